import { bookedDrugs, countOf, faultSaid, sayFault, sentence } from '@dripline/clinical'
import { useState } from 'react'
import { type Receipt, useReceiveVials } from '../../../data/substances.ts'
import { Card, fieldsOf, Pairs, SelectField, TextField, TwoPersonForm } from '../../../ui/index.tsx'
import { sayDrug } from './say-drug.ts'

// How many is kept as it was typed: the server reads it, or says what is wrong with it.
type Delivery = Omit<Receipt, 'proof' | 'vials'> & { vials: string }

const drugs = bookedDrugs.map(({ id, title, schedule }) => ({ value: id, label: `${title}, ${schedule}` }))

/** A delivery goes into the safe before two people; the second one sees the same facts. */
export function Receive({ onDone }: { onDone: () => void }) {
  const receive = useReceiveVials(onDone)
  const [typed, setTyped] = useState<Delivery>({
    drugId: 'ketamine',
    lot: '',
    mgPerMl: '50',
    volumeMl: '10',
    expiresOn: '',
    vials: '1',
    invoice: '',
  })
  const { field } = fieldsOf(typed, setTyped)
  const read = countOf('vials', 1, 200).safeParse(typed.vials)
  const wrong = read.success ? undefined : sentence(sayFault(faultSaid(read.error.issues[0]?.message ?? '')))
  const vials = read.data ?? 0
  return (
    <Card title="Receive vials" edge="accent">
      <TwoPersonForm
        act="receive"
        facts={{ ...typed, vials: String(vials) }}
        what={`that ${vials} × ${typed.volumeMl} mL of ${sayDrug(typed.drugId)} ${typed.mgPerMl} mg/mL, lot ${typed.lot}, are here`}
        sends={receive}
        body={(proof) => ({ ...typed, vials, proof })}
        disabledReason={
          typed.lot && typed.expiresOn && !wrong ? undefined : 'Enter lot, expiration date and number of vials first.'
        }
        onCancel={onDone}
        cancel="Not now"
      >
        <Pairs>
          <SelectField {...field('drugId')} label="Drug" options={drugs} />
          <TextField {...field('lot')} label="Lot, as printed" autoFocus />
          <TextField {...field('mgPerMl')} label="Strength" decimal unit="mg/mL" />
          <TextField {...field('volumeMl')} label="Volume of each vial" decimal unit="mL" />
          <TextField {...field('vials')} label="How many vials" decimal fault={wrong} />
          <TextField
            {...field('expiresOn')}
            label="Expires"
            type="date"
            hint="the last day of the month if only a month is printed"
          />
          <TextField {...field('invoice')} label="Invoice number" />
        </Pairs>
      </TwoPersonForm>
    </Card>
  )
}
