import { type FaultSaid, fieldWords, type SaidAs, sayFault, sayWithin, sentence } from '@dripline/clinical'
import type { Reader } from '@dripline/clinical/words'
import * as words from '@dripline/clinical/words/frame'
import { useEffect, useRef } from 'react'
import type { ProblemError } from '../data/api.ts'
import { useReader } from '../data/reader.ts'
import { Button } from './button.tsx'
import { useFieldId } from './field-id.tsx'
import { Notice } from './notice.tsx'
import styles from './states.module.css'

type FormProblemsProps = {
  problem: ProblemError | null
  /** What fields are called, where not by their own labels. */
  labels?: Readonly<Record<string, string>>
  /** What to do, where the problem itself does not say. */
  advice?: string
  /** What the button says that answers a question with yes. */
  yes?: string
  /** After it was saved with a yes. */
  onDone?: () => void
}

/** Everything that stands in the way, at once, each with a link to its field. What was typed stays. */
export function FormProblems({ problem, labels = {}, advice, yes, onDone }: FormProblemsProps) {
  const to = useReader()
  const fieldId = useFieldId()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (problem) box.current?.focus()
  }, [problem])
  if (!problem) return null
  return (
    <div ref={box} tabIndex={-1} role="alert" className={styles.problems}>
      <Notice status="defer" title={problem.message}>
        {problem.faults.length > 0 && (
          <ul>
            {problem.faults.map(({ field, value, ...fault }) => (
              <li key={`${field} ${sayFault(fault)}`}>
                <a href={`#${fieldId(field)}`} onClick={(event) => goTo(event, fieldId(field))}>
                  {labels[field] ?? labelOf(fieldId(field)) ?? fieldWords(field)}
                </a>
                {`: ${sentence(sayFault(fault))}${sent(to, value, fault)}`}
              </li>
            ))}
          </ul>
        )}
        {problem.yes ? (
          <Button kind="second" onClick={() => problem.yes?.().then(onDone, () => undefined)}>
            {yes ?? (problem.faults.length > 1 ? 'Yes, all of these are right: save' : 'Yes, it is right: save')}
          </Button>
        ) : (
          <p>{advice ?? words.typedStays(to)}</p>
        )}
      </Notice>
    </div>
  )
}

/** What a field that is on the page is called there. */
const labelOf = (id: string) => {
  if (typeof document === 'undefined') return undefined
  return document.querySelector(`label[for="${CSS.escape(id)}"], #${CSS.escape(id)} > legend`)?.textContent
}

// A value that was read somewhere is said, one that was typed is quoted.
const shown = (value: unknown): string => {
  if (value !== null && typeof value === 'object' && 'code' in value) return sayWithin(value as SaidAs)
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
}

// Most refusals quote what was sent already.
const sent = (to: Reader, value: unknown, { params = {} }: FaultSaid) => {
  const text = shown(value)
  const isQuoted = Object.values(params).some((each) => String(each) === text)
  return text === '' || isQuoted ? '' : ` ${words.itWas(to, { value: text })}`
}

function goTo(event: { preventDefault: () => void }, id: string) {
  const target = document.getElementById(id)
  if (!target) return
  event.preventDefault()
  target.focus()
  target.scrollIntoView({ block: 'center' })
}
