import type { StatementAnswer } from '@dripline/clinical'
import * as words from '@dripline/clinical/words/known'
import type { FormEvent, ReactNode } from 'react'
import { useReader } from '../../data/reader.ts'
import { Button } from '../../ui/button.tsx'
import looks from '../../ui/fields.module.css'
import styles from './known.module.css'
import { type Asking, answersFor, type Chosen } from './known.ts'
import { Truths } from './truths.tsx'

type FormProps = {
  /** Its own on the page, where it may stand twice: for the printer too. */
  id: string
  asking: Asking
  /** What was chosen and sent; null where nothing was yet. */
  chosen: Chosen | null
  /** What was chosen before the article was read, where it is known. */
  before?: Chosen | null
  onSend?: (event: FormEvent<HTMLFormElement>) => void
  /** What can be said besides, where there is a script. */
  children?: ReactNode
}

/** The statements that a reader calls true or false, a plain form; what is so stands at the end of the page alone. */
export function KnownForm({ id, asking, chosen, before = null, onSend, children }: FormProps) {
  const to = useReader()
  const { phase, action, idempotencyKey, statements } = asking
  const isBefore = phase === 'before'
  const isSent = chosen !== null && Object.keys(chosen).length > 0
  return (
    <section id={id} className={styles.known} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{isBefore ? words.beforeTitle(to) : words.afterTitle(to)}</h2>
      <p>{isBefore ? words.beforeLead(to) : words.afterLead(to)}</p>
      <form method="post" action={`${action}#${id}`} onSubmit={onSend}>
        <input type="hidden" name="idempotency-key" value={idempotencyKey} />
        <input type="hidden" name="phase" value={phase} />
        {statements.map(({ id: statement, text }) => (
          <Three key={statement} id={statement} text={text} chosen={chosen?.[statement]} />
        ))}
        <p className={styles.note}>{words.counted(to)}</p>
        <div className={styles.acts}>
          <Button submits kind="second">
            {isBefore ? words.keep(to) : words.show(to)}
          </Button>
          {children}
        </div>
      </form>
      {chosen && !isSent && <p className={styles.said}>{words.nothing(to)}</p>}
      {isBefore && isSent && <p className={styles.said}>{words.thanks(to)}</p>}
      {!isBefore && isSent && <Truths asking={asking} chosen={chosen} before={before} />}
      {!isBefore && !isSent && (
        <details className={styles.without}>
          <summary>{words.without(to)}</summary>
          <Truths asking={asking} chosen={{}} before={null} />
        </details>
      )}
    </section>
  )
}

type ThreeProps = { id: string; text: string; chosen: StatementAnswer | undefined }

/** One statement and the three answers to it; nothing is chosen until a person chooses. */
function Three({ id, text, chosen }: ThreeProps) {
  const to = useReader()
  return (
    <fieldset className={looks.choice} data-look="line">
      <legend className={looks.label}>{text}</legend>
      <div className={looks.options}>
        {answersFor(to).map(({ value, label }) => (
          <label key={value} className={looks.option}>
            <input type="radio" name={id} value={value} defaultChecked={value === chosen} />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
