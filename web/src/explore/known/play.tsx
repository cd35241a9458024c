import * as words from '@dripline/clinical/words/known'
import { type FormEvent, useState } from 'react'
import { sendQuietly } from '../../data/api.ts'
import { useReader } from '../../data/reader.ts'
import { useSays } from '../use-says.ts'
import { useKept } from './kept.ts'
import styles from './known.module.css'
import { type Chosen, chosenIn, type KnownNumbers, rightOn } from './known.ts'
import { KnownForm } from './known-form.tsx'

/** The statements, with what was chosen kept on this device: it is counted once, and nothing says whose it was. */
export default function KnownPlay({ numbers: { asking, given } }: { numbers: KnownNumbers }) {
  const to = useReader()
  const { phase, statements } = asking
  const { kept, keep, forget } = useKept()
  const [sent, setSent] = useState<Chosen | null>(given)
  const chosen = sent ?? kept[phase] ?? null
  const right = { right: rightOn(statements, chosen ?? {}), asked: statements.length }
  useSays(chosen === null ? '' : phase === 'before' ? words.thanks(to) : words.right(to, right))
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const next = chosenIn(statements, new FormData(event.currentTarget))
    if (Object.keys(next).length > 0) {
      if (!kept[phase]) sendQuietly(event.currentTarget)
      keep(phase, next)
    }
    setSent(next)
  }
  return (
    <KnownForm id={`${phase}-played`} asking={asking} chosen={chosen} before={kept.before ?? null} onSend={send}>
      {kept[phase] && (
        <span className={styles.note}>
          {words.keptHere(to)}{' '}
          <button
            type="button"
            className={styles.forget}
            onClick={() => {
              forget()
              setSent(null)
            }}
          >
            {words.forget(to)}
          </button>
        </span>
      )}
    </KnownForm>
  )
}
