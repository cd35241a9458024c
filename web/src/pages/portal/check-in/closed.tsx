import type { useCheckIn } from '../../../data/check-in.ts'
import { Page, sayTime } from '../../../ui/index.tsx'
import { AskAgain } from './ask-again.tsx'

type ClosedProps = Pick<ReturnType<typeof useCheckIn>, 'standing' | 'closesAt' | 'zone' | 'idempotencyKey' | 'frame'>

const MINUTE_MS = 60_000

/** What became of a question that takes no answer: said plainly, with nothing of what was answered. */
export function Closed({ standing, closesAt, zone, idempotencyKey, frame }: ClosedProps) {
  const clinic = frame.clinic.name
  // Open until midnight: the day that is named is the last one on which it could be answered.
  const lastDay = sayTime(new Date(Date.parse(closesAt) - MINUTE_MS), zone, 'public day')
  if (standing === 'stopped')
    return (
      <Page
        title="You will get no more questions"
        lead={`${clinic} will not ask again about this course. What you have answered stays.`}
        width="text"
      >
        <AskAgain
          act="ask-again"
          idempotencyKey={idempotencyKey}
          label="Changed your mind?"
          options={[
            { value: 'again', label: 'Ask me again after all' },
            { value: 'keep', label: 'Leave it so' },
          ]}
        />
      </Page>
    )
  if (standing === 'answered')
    return (
      <Page
        title="Thank you, this one is answered"
        lead="It could be changed until midnight of that day. The next question comes by mail."
        width="text"
      >
        <p>To tell us something else, phone the clinic.</p>
      </Page>
    )
  if (standing === 'over')
    return (
      <Page
        title="This question has closed"
        lead={`It could be answered until ${lastDay}. You have done nothing wrong, and there is nothing to make up for.`}
        width="text"
      >
        <p>Someone from {clinic} may phone you instead. The next question comes by mail.</p>
      </Page>
    )
  return (
    <Page
      title={standing === 'early' ? 'This question is for a later day' : 'This question is not needed any more'}
      lead="There is nothing to do. If there is another question, it comes by mail."
      width="text"
    >
      <p>Thank you for looking.</p>
    </Page>
  )
}
