import { useState } from 'react'
import { type Unanswered, useEnterPhq9 } from '../../../data/outcomes.ts'
import { useSafety } from '../../../data/safety.ts'
import { Form, NumberKeys, SafetyStanding, TextField } from '../../../ui/index.tsx'
import styles from './follow-up.module.css'

/** The total of a PHQ-9 that was asked elsewhere, always with its item 9. */
export function Phq9Form({ question, onClose }: { question: Unanswered; onClose: () => void }) {
  const [total, setTotal] = useState('')
  const [item9, setItem9] = useState<number | null>(null)
  const alone = useSafety(question.personId, 'follow-up')
  const press = (value: number) => {
    setItem9(value)
    alone.press({ phq9Item9: value })
  }
  const isNumber = /^\d{1,2}$/.test(total)
  return (
    <div className={styles.form}>
      <Form
        sends={useEnterPhq9(question.assessmentId)}
        body={() => (item9 === null ? null : { total: Number(total), item9 })}
        labels={{ item9: 'Item 9' }}
        act="Save the PHQ-9"
        disabledReason={(!isNumber || item9 === null) && 'The total and item 9 belong together.'}
        onCancel={onClose}
        cancel="Close"
      >
        <TextField
          name="total"
          label="Total of the nine items"
          hint="0 to 27, from the questionnaire the patient filled in"
          decimal
          value={total}
          onChange={setTotal}
        />
        <NumberKeys label="Item 9" note="its own score, 0 to 3" to={3} value={item9} onPick={press} />
        <SafetyStanding {...alone} />
      </Form>
    </div>
  )
}
