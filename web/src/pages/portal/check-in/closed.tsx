import { dayWords } from '@dripline/clinical/words'
import * as words from '@dripline/clinical/words/check-in'
import type { useCheckIn } from '../../../data/check-in.ts'
import { useReader } from '../../../data/reader.ts'
import { Page } from '../../../ui/index.tsx'
import { AskAgain } from './ask-again.tsx'

type ClosedProps = Pick<ReturnType<typeof useCheckIn>, 'standing' | 'closesAt' | 'zone' | 'idempotencyKey' | 'frame'>

const MINUTE_MS = 60_000

/** What became of a question that takes no answer: said plainly, with nothing of what was answered. */
export function Closed({ standing, closesAt, zone, idempotencyKey, frame }: ClosedProps) {
  const to = useReader()
  const clinic = frame.clinic.name
  if (standing === 'stopped')
    return (
      <Page title={words.stoppedTitle(to)} lead={words.stopLead(to, { clinic })} width="text">
        <AskAgain
          act="ask-again"
          idempotencyKey={idempotencyKey}
          label={words.changedMind(to)}
          options={[
            { value: 'again', label: words.again(to) },
            { value: 'keep', label: words.leaveSo(to) },
          ]}
        />
      </Page>
    )
  if (standing === 'answered')
    return (
      <Page title={words.answeredTitle(to)} lead={words.answeredLead(to)} width="text">
        <p>{words.answeredElse(to)}</p>
      </Page>
    )
  // Open until midnight: the day that is named is the last one on which it could be answered.
  const day = dayWords(to, new Date(Date.parse(closesAt) - MINUTE_MS), zone)
  if (standing === 'over')
    return (
      <Page title={words.closedTitle(to)} lead={words.closedLead(to, { day })} width="text">
        <p>{words.closedNext(to, { clinic })}</p>
      </Page>
    )
  return (
    <Page
      title={standing === 'early' ? words.earlyTitle(to) : words.notNeededTitle(to)}
      lead={words.nothingToDo(to)}
      width="text"
    >
      <p>{words.thanksForLooking(to)}</p>
    </Page>
  )
}
