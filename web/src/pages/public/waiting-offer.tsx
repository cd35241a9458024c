import { dayAndClock, spanWords } from '@dripline/clinical/words'
import * as words from '@dripline/clinical/words/waiting'
import { usePageData } from '../../data/page-data.ts'
import { useReader } from '../../data/reader.ts'
import { useSaidRefusal } from '../../data/visitor.ts'
import type { OfferData } from '../../data/waiting-list.ts'
import { Button, Card, Choice, FormProblems, faultOf, Page } from '../../ui/index.tsx'
import styles from './book.module.css'
import { CrisisLines } from './crisis-lines.tsx'
import own from './waiting-list.module.css'

export const page = { path: '/l/:secret/offer', for: 'link', mood: 'paper' } as const
export const name = words.name

/** A time that opened: looked at it is still everybody's, chosen and sent it is the first one's. */
export default function WaitingOffer() {
  const to = useReader()
  const problem = useSaidRefusal()
  const data = usePageData<OfferData>()
  const { standing, start, end, until, zone, idempotencyKey, frame } = data
  if (standing === 'ended') return <Said title={words.endedTitle(to)} lead={words.endedLead(to)} />
  if (standing === 'gone') return <Said title={words.goneTitle(to)} lead={words.goneLead(to)} />
  if (standing === 'taken')
    return (
      <Page title={words.takenTitle(to)} lead={words.takenLead(to)} width="text">
        <Card>
          <p className={styles.when}>{spanWords(to, { start, end }, zone)}</p>
        </Card>
      </Page>
    )
  const title = standing === 'declined' ? words.declinedTitle : words.offerTitle
  const lead = standing === 'declined' ? words.declinedLead : words.offerLead
  return (
    <Page title={title(to)} lead={lead(to)} width="text">
      <Card>
        <p className={styles.when}>{spanWords(to, { start, end }, zone)}</p>
        <p>{words.openUntil(to, { time: dayAndClock(to, until, zone) })}</p>
      </Card>
      <form method="post" action={frame.path} className={own.form}>
        <FormProblems problem={problem} labels={{ choice: words.choice(to) }} />
        <input type="hidden" name="idempotency-key" value={idempotencyKey} />
        <Choice
          name="choice"
          label={words.choice(to)}
          fault={faultOf(problem, 'choice')}
          options={[
            { value: 'take', label: words.take(to) },
            { value: 'decline', label: words.decline(to) },
            { value: 'later', label: words.later(to) },
          ]}
        />
        <div className={styles.acts}>
          <Button submits>{words.send(to)}</Button>
        </div>
      </form>
    </Page>
  )
}

function Said(words: { title: string; lead: string }) {
  return (
    <Page {...words} width="text">
      <CrisisLines />
    </Page>
  )
}
