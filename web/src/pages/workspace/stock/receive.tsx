import { bookedDrugs, countOf, sentence } from '@dripline/clinical'
import { type FormEvent, useState } from 'react'
import { type Receipt, useReceiveVials } from '../../../data/substances.ts'
import { Button, Card, FormProblems, faultOf, Row, SecondPerson, SelectField, Stack, TextField } from '../../../ui/index.tsx'
import styles from '../clinic/clinic-fields.module.css'
import { sayDrug } from './say-drug.ts'

// How many is kept as it was typed: the server reads it, or says what is wrong with it.
type Delivery = Omit<Receipt, 'proof' | 'vials'> & { vials: string }

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
  const field = (name: keyof Delivery) => ({
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
  const read = countOf('vials', 1, 200).safeParse(typed.vials)
  const wrong = read.success ? undefined : sentence(read.error.issues[0]?.message ?? '')
  const vials = read.data ?? 0
  return (
    <Card title="Receive vials" edge="accent">
      <Stack>
        <FormProblems problem={problem} labels={labels} />
        {isReady ? (
          <SecondPerson
            act="receive"
            facts={{ ...typed, vials: String(vials) }}
            what={`that ${vials} × ${typed.volumeMl} mL of ${sayDrug(typed.drugId)} ${typed.mgPerMl} mg/mL, lot ${typed.lot}, are here`}
            onProof={(proof) => void receive.sendAndWait({ ...typed, vials, proof }).catch(() => setReady(false))}
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
                <TextField {...field('vials')} decimal fault={wrong ?? faultOf(problem, 'vials')} />
                <TextField {...field('expiresOn')} type="date" hint="the last day of the month if only a month is printed" />
                <TextField {...field('invoice')} />
              </div>
              <Row>
                <Button
                  submits
                  disabledReason={
                    typed.lot && typed.expiresOn && !wrong ? undefined : 'Enter lot, expiration date and number of vials first.'
                  }
                >
                  Call a second person
                </Button>
                <Button kind="second" onClick={onDone}>
                  Not now
                </Button>
              </Row>
            </Stack>
          </form>
        )}
      </Stack>
    </Card>
  )
}
