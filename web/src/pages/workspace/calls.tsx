import { type ListedCall, useCalls, useMissCall } from '../../data/booking.ts'
import { Act, Card, Empty, Line, Lines, LiveState, Page, Row, saySpan, Time, useNow } from '../../ui/index.tsx'
import { CallList } from './call/call-list.tsx'

export const page = {
  path: '/calls',
  for: ['front desk', 'nurse', 'prescriber', 'owner'],
  mood: 'work',
  title: 'Calls',
  place: 'Calls',
  skeleton: 'table',
} as const

/** Today's free calls: who, when, from where, and what came of each. */
export default function Calls() {
  const { calls, day } = useCalls()
  const now = useNow(15_000)
  const open = calls.filter(({ standing }) => standing === 'booked')
  return (
    <Page
      title={titleOf(open, now)}
      lead={calls.length > 0 && sayCounts(calls.length, calls.length - open.length)}
      aside={<Time at={`${day}T17:00:00Z`} form="day" />}
    >
      <LiveState what="This list" />
      {calls.length === 0 ? (
        <Empty icon="phone">No call is booked for today. A booking from the public page appears here by itself.</Empty>
      ) : (
        <Card flush>
          <CallList calls={calls} />
        </Card>
      )}
      <Late calls={open} now={now} />
    </Page>
  )
}

const sayCounts = (all: number, over: number) => `${all} booked today, ${over === 0 ? 'none' : over} over.`

const titleOf = (open: readonly ListedCall[], now: Date) => {
  const talking = open.find(({ startedAt }) => startedAt)
  if (talking) return `On the phone with ${talking.name}`
  const [next] = open
  if (!next) return 'No call is waiting'
  const minutes = (Date.parse(next.start) - now.getTime()) / 60_000
  return minutes > 0 ? `${next.name} is next, in ${saySpan(minutes)}` : `${next.name} is waiting for a call`
}

/** Who should have been rung by now and was not. */
function Late({ calls, now }: { calls: readonly ListedCall[]; now: Date }) {
  const miss = useMissCall()
  const late = calls.filter(({ start, startedAt }) => !startedAt && Date.parse(start) <= now.getTime())
  if (late.length === 0) return null
  return (
    <Card title="Due, not rung yet">
      <Lines>
        {late.map(({ appointmentId, name, phone, start }) => (
          <Line
            key={appointmentId}
            note={
              <>
                {phone}, due <Time at={start} />
              </>
            }
            aside={
              <Row>
                <Act kind="second" href={`/calls/${appointmentId}`}>
                  Open
                </Act>
                <Act kind="second" isPending={miss.isSending} onAct={() => miss.send({ appointmentId })}>
                  No answer
                </Act>
              </Row>
            }
          >
            {name}
          </Line>
        ))}
      </Lines>
    </Card>
  )
}
