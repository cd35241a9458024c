import { callStanding, type SafetyAnswer, usStateOf } from '@dripline/clinical'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { type CallDetail, useCall, useCalls, useEntry, useMissCall, useStartCall, useTakeBackCall } from '../../data/booking.ts'
import { usePageData } from '../../data/page-data.ts'
import { useAlone } from '../../data/safety.ts'
import { Button, Card, FormProblems, LiveState, Page, Row, Stack, sayPhone, Time } from '../../ui/index.tsx'
import styles from './call/call.module.css'
import { CallList } from './call/call-list.tsx'
import { CrisisCard, CrisisWords } from './call/crisis.tsx'
import { LetterAfter } from './call/letter-after.tsx'
import { Notes } from './call/notes.tsx'
import { Outcome } from './call/outcome.tsx'
import { RedFlags } from './call/red-flags.tsx'
import { Script } from './call/script.tsx'
import { Speaker } from './call/speaker.tsx'
import { Told } from './call/told.tsx'
import { LettersComeBack } from './patients/letters-come-back.tsx'

export const page = {
  path: '/calls/:appointmentId',
  for: ['nurse', 'prescriber'],
  mood: 'work',
  title: 'Call',
  place: 'Calls',
  skeleton: 'cards',
} as const

/** One call: the script with its clock, what is asked, what is told, and how it ends. */
export default function Call() {
  const { appointmentId } = useParams({ strict: false })
  return typeof appointmentId === 'string' ? <CallOf key={appointmentId} appointmentId={appointmentId} /> : null
}

function CallOf({ appointmentId }: { appointmentId: string }) {
  const call = useCall(appointmentId)
  const { calls, open } = useCalls()
  const entry = useEntry(appointmentId)
  const alone = useAlone({
    sendAndWait: ({ safetyQuestion = '' }) => entry.sendAndWait({ question: 'safety', answer: safetyQuestion }),
    problem: entry.problem,
  })
  // What was pressed counts from the press on, before and whether or not the server has answered.
  const safety = alone.said.safetyQuestion ?? ((call.answers.safety?.answer ?? null) as SafetyAnswer | null)
  const isMine = call.speakers?.by === usePageData().frame.user?.id
  const { showsCrisis } = callStanding(safety)
  const [wantsCrisis, setWantsCrisis] = useState(false)
  return (
    <Page title={titleOf(call)} lead={<Lead {...call} />}>
      <LiveState what="This call" />
      <div className={styles.desk}>
        <Stack>
          {call.lettersComeBack && <LettersComeBack personId={call.personId} email={call.email} />}
          {(showsCrisis || wantsCrisis) && <CrisisWords lines={call.crisisLines} isCalledFor={showsCrisis} />}
          {call.startedAt ? (
            <>
              {isMine && isUnwritten(call) && <TakeBack call={call} />}
              <Script call={call} isStopped={showsCrisis} safety={safety} alone={alone} />
              <Notes call={call} />
              {(isMine || call.outcome) && <Outcome call={call} safety={safety} />}
              <LetterAfter key={call.outcome?.decidedAt} call={call} />
            </>
          ) : (
            <Begin call={call} />
          )}
        </Stack>
        <div className={styles.side}>
          <CrisisCard isOpen={wantsCrisis} onOpen={() => setWantsCrisis(!wantsCrisis)} />
          {call.speakers && <Speaker call={call} speakers={call.speakers} />}
          {call.startedAt && <RedFlags call={call} />}
          {call.startedAt && <Told call={call} />}
        </div>
        <Card
          title="Today’s free calls"
          note={`${calls.length} booked, ${open.reduce((all, { times }) => all + times, 0)} open`}
          flush
        >
          <CallList calls={calls} open={open} here={appointmentId} />
        </Card>
      </div>
    </Page>
  )
}

const titleOf = ({ name, startedAt, outcome }: CallDetail) =>
  outcome ? `The call with ${name}` : startedAt ? `On the phone with ${name}` : `The call with ${name}`

const Lead = ({ start, end, phone, startedAt, state }: CallDetail) => (
  <>
    free call, <Time at={start} form="day and time" /> to <Time at={end} /> · <a href={`tel:${phone}`}>{sayPhone(phone)}</a> · in{' '}
    {usStateOf(state)?.name ?? state}
    {startedAt && (
      <>
        {' '}
        · called <Time at={startedAt} />
      </>
    )}
  </>
)

const isUnwritten = ({ answers, outcome, speakers }: CallDetail) =>
  outcome === null && Object.keys(answers).length === 0 && speakers?.spoke.length === 1

/** The way back from a start that was a mistake, until something is written. */
function TakeBack({ call }: { call: CallDetail }) {
  const back = useTakeBackCall(call.appointmentId)
  return (
    <Row spread>
      <FormProblems problem={back.problem} advice="The call goes on." />
      <span />
      <Button kind="second" isPending={back.isSending} onClick={() => back.send({})}>
        Started by mistake
      </Button>
    </Row>
  )
}

function Begin({ call }: { call: CallDetail }) {
  const begin = useStartCall(call.appointmentId)
  const miss = useMissCall()
  const isMissed = call.standing === 'missed'
  return (
    <Card title={isMissed ? 'No answer' : 'Not called yet'}>
      <Stack>
        <FormProblems problem={begin.problem ?? miss.problem} advice="Nothing was changed." yes="Yes, call now" />
        <p>
          Call <a href={`tel:${call.phone}`}>{sayPhone(call.phone)}</a>. The clock starts when you press the button; the safety
          question comes first.
        </p>
        <Row>
          <Button icon="phone" isPending={begin.isSending} onClick={() => begin.send({})}>
            {isMissed ? 'They called back: start the call' : 'Start the call'}
          </Button>
          {!isMissed && (
            <Button kind="second" isPending={miss.isSending} onClick={() => miss.send({ appointmentId: call.appointmentId })}>
              No answer
            </Button>
          )}
        </Row>
      </Stack>
    </Card>
  )
}
