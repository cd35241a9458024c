import * as words from '@dripline/clinical/words/check-in'
import { type ReactNode, useState } from 'react'
import type { ProblemError } from '../../../data/api.ts'
import { useReader } from '../../../data/reader.ts'
import { Button, Choice, FormProblems, faultOf } from '../../../ui/index.tsx'
import styles from './check-in.module.css'

type AskAgainProps = {
  act: 'stop' | 'ask-again' | 'confirm'
  idempotencyKey: string
  label: string
  /** What changes something first, what leaves it last. */
  options: readonly { value: string; label: string }[]
  held?: string
  problem?: ProblemError | null
  children?: ReactNode
}

/** A question before something changes: one of two is chosen, then sent. A press alone says nothing. */
export function AskAgain({ act, idempotencyKey, label, options, held, problem = null, children }: AskAgainProps) {
  const to = useReader()
  const [choice, setChoice] = useState('')
  return (
    <form method="post" className={styles.ask}>
      <FormProblems problem={problem} labels={{ choice: words.choice(to) }} advice={words.nothingChanged(to)} />
      {children}
      <input type="hidden" name="idempotency-key" value={idempotencyKey} />
      <input type="hidden" name="act" value={act} />
      {held && <input type="hidden" name="held" value={held} />}
      <Choice
        name="choice"
        label={label}
        options={options}
        value={choice}
        onChange={setChoice}
        fault={faultOf(problem, 'choice')}
      />
      <Button submits size="wide">
        {words.send(to)}
      </Button>
    </form>
  )
}
