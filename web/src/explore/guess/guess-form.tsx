import * as words from '@dripline/clinical/words/bets'
import { type FormEvent, useId } from 'react'
import { useReader } from '../../data/reader.ts'
import { Button } from '../../ui/button.tsx'
import looks from '../../ui/fields.module.css'
import styles from './guess.module.css'
import { type Guessed, MOST, type Question } from './guess.ts'

type FormProps = {
  /** Which guess it is: the article’s own name for it. */
  about: string
  questions: readonly Question[]
  /** Where it leads without script, and the key of that form. */
  action?: string
  idempotencyKey?: string
  said?: Guessed
  onGuess?: (guessed: Guessed) => void
  onSkip?: () => void
}

/** What is guessed before it is shown; nothing is shown until something was said or skipped. */
export function GuessForm({ about, questions, action, idempotencyKey, said = {}, onGuess, onSkip }: FormProps) {
  const to = useReader()
  const send = (event: FormEvent<HTMLFormElement>) => {
    if (!onGuess) return
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    onGuess(Object.fromEntries(questions.map(({ name }) => [name, String(form.get(`said.${name}`) ?? '')])))
  }
  return (
    <form method="post" action={action} onSubmit={send} className={styles.guess} id={onGuess ? undefined : `guess-${about}`}>
      <p className={styles.first}>{words.guessFirst(to)}</p>
      {idempotencyKey && <input type="hidden" name="idempotency-key" value={idempotencyKey} />}
      <input type="hidden" name="guess" value={about} />
      {questions.map((question) => (
        <Asked key={question.name} question={question} said={said[question.name]} />
      ))}
      <div className={styles.acts}>
        <Button submits>{words.showMe(to)}</Button>
        {onSkip && (
          <button type="button" className={styles.skip} onClick={onSkip}>
            {words.skip(to)}
          </button>
        )}
      </div>
    </form>
  )
}

function Asked({ question, said }: { question: Question; said: string | undefined }) {
  const to = useReader()
  const id = useId()
  const name = `said.${question.name}`
  if (question.kind === 'number')
    return (
      <div className={styles.asked}>
        <label htmlFor={id}>{question.asks}</label>
        <input
          id={id}
          className={looks.input}
          name={name}
          type="number"
          inputMode="numeric"
          min={0}
          max={MOST}
          step={1}
          required
          placeholder={words.numberOf20(to)}
          defaultValue={said}
        />
      </div>
    )
  return (
    <fieldset className={looks.choice}>
      <legend className={looks.label}>{question.asks}</legend>
      <div className={looks.options}>
        {question.options.map(({ value, label }) => (
          <label key={value} className={looks.option}>
            <input type="radio" name={name} value={value} required defaultChecked={value === said} />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
