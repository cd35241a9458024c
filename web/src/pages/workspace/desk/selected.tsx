import { usStateOf } from '@dripline/clinical'
import { useState } from 'react'
import { type DeskAppointment, type DeskPlace, useKept, useMissed } from '../../../data/desk.ts'
import { holds, usePageData } from '../../../data/page-data.ts'
import { Button, Card, FormProblems, Row, Stack, Time } from '../../../ui/index.tsx'
import { LettersComeBack } from '../patients/letters-come-back.tsx'
import { Cancel } from './cancel.tsx'
import styles from './desk.module.css'

const kindWords = { call: 'Free call', evaluation: 'Evaluation', infusion: 'Infusion' } as const
const MINUTE_MS = 60_000
const DESK = ['front desk', 'nurse', 'prescriber'] as const

type SelectedProps = {
  appointment: DeskAppointment
  place: DeskPlace | undefined
  now: Date
  onMove: () => void
  onClose: () => void
}

/** The appointment that was pressed: whom to call, and what the desk may do with it. */
export function Selected({ appointment, place, now, onMove, onClose }: SelectedProps) {
  const { kind, name, phone, dial, email, lettersComeBack, personState, dateOfBirth, start, end, standing } = appointment
  const minutes = Math.round((Date.parse(end) - Date.parse(start)) / MINUTE_MS)
  return (
    <Card edge="accent">
      <Stack>
        <div>
          <p className={styles.quiet}>
            {kindWords[kind]}, {minutes} min, <Time at={start} form="day and time" />
            {place && `, ${kind === 'infusion' ? place.name : `with ${place.name}`}`}
          </p>
          <h2 className={styles.name}>{name}</h2>
          <Row>
            <a className={styles.number} href={`tel:${dial}`}>
              {phone}
            </a>
            <Copy text={phone} />
          </Row>
          <p className={styles.quiet}>
            in {usStateOf(personState)?.name ?? personState}
            {dateOfBirth && (
              <>
                {' '}
                · born <Time at={`${dateOfBirth}T12:00:00Z`} form="short day" zone="UTC" /> {dateOfBirth.slice(0, 4)}
              </>
            )}
            {standing !== 'booked' && ` · ${standing === 'cancelled' ? 'canceled' : standing}`}
          </p>
        </div>
        {lettersComeBack && <LettersComeBack personId={appointment.personId} email={email} />}
        <Acts appointment={appointment} now={now} onMove={onMove} />
        <Row>
          <Ways appointment={appointment} />
          <Button kind="second" onClick={onClose}>
            Close
          </Button>
        </Row>
      </Stack>
    </Card>
  )
}

function Copy({ text }: { text: string }) {
  const [isCopied, setIsCopied] = useState(false)
  return (
    <Button
      kind="second"
      onClick={() => {
        navigator.clipboard?.writeText(text).then(
          () => setIsCopied(true),
          () => setIsCopied(false),
        )
      }}
    >
      {isCopied ? 'Copied' : 'Copy'}
    </Button>
  )
}

/** Where to go from here, for those who may. */
function Ways({ appointment: { kind, appointmentId, personId, sessionId } }: { appointment: DeskAppointment }) {
  const { user } = usePageData().frame
  const isClinical = holds(user, 'nurse', 'prescriber')
  return (
    <>
      {kind === 'call' && isClinical && (
        <Button kind="second" href={`/calls/${appointmentId}`}>
          Open the call
        </Button>
      )}
      {sessionId && isClinical && (
        <Button kind="second" href={`/visits/${sessionId}`}>
          Open the visit
        </Button>
      )}
      {holds(user, ...DESK) && (
        <Button kind="second" href={`/patients/${personId}`}>
          Open the chart
        </Button>
      )}
    </>
  )
}

function Acts({ appointment, now, onMove }: Pick<SelectedProps, 'appointment' | 'now' | 'onMove'>) {
  const { kind, standing, isToCome, start, sessionId } = appointment
  const { user } = usePageData().frame
  const [isCanceling, setIsCanceling] = useState(false)
  const missed = useMissed(appointment)
  const kept = useKept(appointment)
  if (!holds(user, ...DESK) || standing !== 'booked' || sessionId) return null
  const isDue = Date.parse(start) <= now.getTime()
  return (
    <>
      <FormProblems problem={missed.problem ?? kept.problem} advice="Nothing was changed." />
      <Row>
        <Button kind={isDue ? 'second' : 'main'} disabledReason={isToCome ? null : 'Its time has come'} onClick={onMove}>
          Move
        </Button>
        <Button
          kind="second"
          isPending={missed.isSending}
          disabledReason={isDue ? null : 'Not due yet'}
          onClick={() => missed.send({})}
        >
          {kind === 'call' ? 'No answer' : 'Missed'}
        </Button>
        {kind === 'evaluation' && isDue && (
          <Button isPending={kept.isSending} onClick={() => kept.send({})}>
            Was held
          </Button>
        )}
        <Button kind="second" onClick={() => setIsCanceling(true)}>
          Cancel
        </Button>
      </Row>
      {isCanceling && <Cancel appointment={appointment} onClose={() => setIsCanceling(false)} />}
    </>
  )
}
