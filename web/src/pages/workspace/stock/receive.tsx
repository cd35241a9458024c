import { type FormEvent, useState } from 'react'
import { type Receipt, useReceiveVials } from '../../../data/substances.ts'
import { Act, Card, FormProblems, faultOf, Row, SecondPerson, Stack, TextField } from '../../../ui/index.tsx'
import styles from '../clinic/clinic-fields.module.css'

type Delivery = Omit<Receipt, 'proof'>

const labels = {
  drug: 'Drug',
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
    drug: 'ketamine',
    lot: '',
    mgPerMl: '50',
    volumeMl: '10',
    expiresOn: '',
    vials: 1,
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
  return (
    <Card title="Receive vials" edge="accent">
      <Stack>
        <FormProblems problem={problem} labels={labels} />
        {isReady ? (
          <SecondPerson
            act="receive"
            facts={{ ...words, vials: String(vials) }}
            what={`that ${vials} × ${typed.volumeMl} mL of ${typed.drug} ${typed.mgPerMl} mg/mL, lot ${typed.lot}, lie here`}
            onProof={(proof) => void receive.sendAndWait({ ...typed, proof }).catch(() => setReady(false))}
            onSendBack={() => setReady(false)}
          />
        ) : (
          <form onSubmit={next} noValidate>
            <Stack>
              <div className={styles.pair}>
                <TextField {...field('drug')} />
                <TextField {...field('lot')} autoFocus />
                <TextField {...field('mgPerMl')} decimal unit="mg/mL" />
                <TextField {...field('volumeMl')} decimal unit="mL" />
                <TextField
                  name="vials"
                  label={labels.vials}
                  decimal
                  value={vials > 0 ? String(vials) : ''}
                  onChange={(text) => setTyped({ ...typed, vials: Number(text.replace(/\D/g, '').slice(0, 3)) })}
                  fault={faultOf(problem, 'vials')}
                />
                <TextField {...field('expiresOn')} type="date" hint="the last day of the month, where only a month is printed" />
                <TextField {...field('invoice')} />
              </div>
              <Row>
                <Act submits shut={typed.lot && typed.expiresOn && vials > 0 ? undefined : 'Lot, expiry and number first.'}>
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
