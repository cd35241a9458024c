import { dayWords } from '@dripline/clinical/words'
import * as words from '@dripline/clinical/words/waiting'
import { usePageData } from '../../data/page-data.ts'
import { useReader } from '../../data/reader.ts'
import { useSaidRefusal } from '../../data/visitor.ts'
import type { PlaceData } from '../../data/waiting-list.ts'
import { Button, Choice, FormProblems, faultOf, Page } from '../../ui/index.tsx'
import styles from './book.module.css'
import own from './waiting-list.module.css'

export const page = { path: '/l/:secret/waiting', for: 'link', mood: 'paper' } as const
export const name = words.name

/** Somebody's own place on the waiting list, and the way off it. */
export default function WaitingPlace() {
  const to = useReader()
  const problem = useSaidRefusal()
  const { isOn, service, part, until, zone, idempotencyKey, frame } = usePageData<PlaceData>()
  if (!isOn)
    return (
      <Page title={words.endedTitle(to)} lead={words.endedLead(to)} width="text">
        <div className={styles.acts}>
          <Button href="/book">{words.bookACall(to)}</Button>
        </div>
      </Page>
    )
  const kind = service === 'evaluation' ? 'other' : service
  return (
    <Page title={words.onList(to)} lead={words.onListLead(to, { service: kind })} width="text">
      <p>
        {words.partOf(to, { part: part === 'any' ? 'other' : part })}. {words.lookUntil(to, { day: dayWords(to, until, zone) })}
      </p>
      <form method="post" action={frame.path} className={own.form}>
        <FormProblems problem={problem} labels={{ choice: words.choice(to) }} />
        <input type="hidden" name="idempotency-key" value={idempotencyKey} />
        <Choice
          name="choice"
          label={words.leaveTitle(to)}
          fault={faultOf(problem, 'choice')}
          options={[
            { value: 'leave', label: words.leave(to) },
            { value: 'stay', label: words.stay(to) },
          ]}
        />
        <div className={styles.acts}>
          <Button submits>{words.send(to)}</Button>
        </div>
      </form>
    </Page>
  )
}
