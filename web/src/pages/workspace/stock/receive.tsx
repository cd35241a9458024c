import { bookedDrugs } from '@dripline/clinical'
import { type FormEvent, useState } from 'react'
import { type Receipt, useReceiveVials } from '../../../data/substances.ts'
import { Act, Card, FormProblems, faultOf, Row, SecondPerson, SelectField, Stack, TextField } from '../../../ui/index.tsx'
import styles from '../clinic/clinic-fields.module.css'
import { sayDrug } from './say-drug.ts'

type Delivery = Omit<Receipt, 'proof'>

const drugs = bookedDrugs.map(({ id, title, schedule }) => ({ value: id, label: `${title}, ${schedule}` }))

const labels = {
  drugId: 'Drug',
  lot: 'Lot, as printed',
  mgPerMl: 'Strength',
  volumeMl: 'Volume of each vial',
  expiresOn: 'Expires',
  vials: 'How many vials',
  invoice: 'Invoice number',
}

/** A delivery goes into the safe before two people; the second one sees the same facts. */
export function Receive({ onDone }: { onDone: () => void }) {
  const receive = useReceiveVials(onDone)
  const { problem } = receive
  const [typed, setTyped] = useState<Delivery>({
    drugId: 'ketamine',
    lot: '',
    mgPerMl: '50',
    volumeMl: '10',
    expiresOn: '',
    vials: '1',
    invoice: '',
  })
  const [isReady, setReady] = useState(false)
  const field = (name: keyof Omit<Delivery, 'vials'>) => ({
    name,
    label: labels[name],
    value: typed[name],
    onChange: (value: string) => setTyped({ ...typed, [name]: value }),
    fault: faultOf(problem, name),
  })
  const next = (event: FormEvent) => {
    event.preventDefault()
    receive.reset()
    setReady(true)
  }
  const { vials, ...words } = typed
  const isWhole = /^\d{1,3}$/.test(vials.trim())
  return (
    <Card title="Receive vials" edge="accent">
      <Stack>
        <FormProblems problem={problem} labels={labels} />
        {isReady ? (
          <SecondPerson
            act="receive"
            facts={{ ...words, vials: String(Number(vials)) }}
            what={`that ${vials} × ${typed.volumeMl} mL of ${sayDrug(typed.drugId)} ${typed.mgPerMl} mg/mL, lot ${typed.lot}, lie here`}
            onProof={(proof) => void receive.sendAndWait({ ...typed, proof }).catch(() => setReady(false))}
            onSendBack={() => setReady(false)}
          />
        ) : (
          <form onSubmit={next} noValidate>
            <Stack>
              <div className={styles.pair}>
                <SelectField {...field('drugId')} options={drugs} />
                <TextField {...field('lot')} autoFocus />
                <TextField {...field('mgPerMl')} decimal unit="mg/mL" />
                <TextField {...field('volumeMl')} decimal unit="mL" />
                <TextField
                  name="vials"
                  label={labels.vials}
                  decimal
                  value={vials}
                  onChange={(text) => setTyped({ ...typed, vials: text })}
                  fault={faultOf(problem, 'vials') ?? (isWhole ? undefined : 'Expected a whole number of vials, like 3')}
                />
                <TextField {...field('expiresOn')} type="date" hint="the last day of the month, where only a month is printed" />
                <TextField {...field('invoice')} />
              </div>
              <Row>
                <Act submits shut={typed.lot && typed.expiresOn && isWhole ? undefined : 'Lot, expiry and number first.'}>
                  Call a second person
                </Act>
                <Act kind="second" onAct={onDone}>
                  Not now
                </Act>
              </Row>
            </Stack>
          </form>
        )}
      </Stack>
    </Card>
  )
}
