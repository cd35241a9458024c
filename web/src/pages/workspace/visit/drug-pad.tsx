import { type FormEvent, useState } from 'react'
import { useEntry } from '../../../data/session.ts'
import { Act, Card, FormProblems, SelectField, TextField } from '../../../ui/index.tsx'
import type { Open } from './folded.ts'
import styles from './visit.module.css'
import { happenedAt, WhenPicker } from './when-picker.tsx'

const empty = { drug: '', amount: '', unit: 'mg', route: 'IV', reason: '', ago: '0' }

/** Another drug that was given: what, how much, how, why. */
export function DrugPad({ visit }: Open) {
  const [said, setSaid] = useState(empty)
  const entry = useEntry(visit.id, () => setSaid(empty))
  const set = (key: keyof typeof empty) => (value: string) => setSaid({ ...said, [key]: value })
  const save = (event: FormEvent) => {
    event.preventDefault()
    const { drug, amount, unit, route, reason, ago } = said
    entry.send({
      entry: { kind: 'drug-given', drug: drug.trim(), amount: amount.trim(), unit, route, reason: reason.trim() || null },
      ...happenedAt(visit.now, ago),
    })
  }
  return (
    <Card title="Another drug, given" aside="ketamine is not entered here; it comes from the draw-up and the pump">
      <form onSubmit={save} className={styles.signs}>
        <FormProblems problem={entry.problem} />
        <TextField name="drug" label="Drug" value={said.drug} onChange={set('drug')} maxLength={80} />
        <TextField name="amount" label="Amount" decimal value={said.amount} onChange={set('amount')} maxLength={12} />
        <SelectField
          name="unit"
          label="Unit"
          value={said.unit}
          onChange={set('unit')}
          options={['mg', 'mcg', 'g', 'mL', 'units']}
        />
        <SelectField
          name="route"
          label="How"
          value={said.route}
          onChange={set('route')}
          options={['IV', 'by mouth', 'under the tongue', 'IM', 'inhaled']}
        />
        <TextField name="reason" label="Why" value={said.reason} onChange={set('reason')} maxLength={200} />
        <WhenPicker value={said.ago} onChange={set('ago')} />
        <div className={styles.signsEnd}>
          <Act
            kind="second"
            size="chair"
            submits
            isPending={entry.isSending}
            shut={said.drug.trim() && said.amount.trim() ? undefined : 'Drug and amount are needed.'}
          >
            Write it down
          </Act>
        </div>
      </form>
    </Card>
  )
}
