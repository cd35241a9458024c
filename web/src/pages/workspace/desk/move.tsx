import { useState } from 'react'
import { ProblemError } from '../../../data/api.ts'
import { type Desk, type DeskAppointment, type Held, useHold, useMove, useRelease } from '../../../data/desk.ts'
import { useDraft } from '../../../data/draft.ts'
import {
  Button,
  Card,
  DraftNote,
  FormProblems,
  LetterBefore,
  Row,
  SelectField,
  Stack,
  sayTime,
  TextField,
  Time,
} from '../../../ui/index.tsx'
import type { Target } from './carry.ts'
import styles from './desk.module.css'
import { Nearest } from './nearest.tsx'
import { dayAt, lengthOf, roomFor, startsIn } from './scale.ts'

type MoveProps = {
  desk: Desk
  appointment: DeskAppointment
  /** Where it was dropped; null while a form asks. */
  target: Target | null
  onTarget: (target: Target | null) => void
  onDone: (moved?: boolean) => void
}

/** A move in two steps: a time is held for five minutes and its letter read; only then anything moves. */
export function Move({ desk, appointment, target, onTarget, onDone }: MoveProps) {
  return target ? (
    <Letter
      key={`${target.placeId} ${target.start}`}
      desk={desk}
      appointment={appointment}
      target={target}
      onTarget={onTarget}
      onDone={onDone}
    />
  ) : (
    <Choose desk={desk} appointment={appointment} onTarget={onTarget} onDone={onDone} />
  )
}

/** The same by keyboard: a place and a free time from two lists. */
function Choose({ desk, appointment, onTarget, onDone }: Omit<MoveProps, 'target'>) {
  const room = roomFor(desk, appointment)
  const places = desk.places.filter(({ id }) => room.some(({ placeId }) => placeId === id))
  const [placeId, setPlaceId] = useState(
    places.some(({ id }) => id === appointment.placeId) ? (appointment.placeId ?? '') : (places[0]?.id ?? ''),
  )
  const [start, setStart] = useState('')
  const starts = room
    .filter((free) => free.placeId === placeId)
    .flatMap((free) => startsIn(free, lengthOf(appointment)))
    .filter((each) => each !== appointment.start)
  return (
    <Card title="Move it where?" note="or drag it to a free time">
      {places.length === 0 ? (
        <Stack>
          <p>Nothing shown here is free for so long. Go to another day, or show the week.</p>
          <div>
            <Button kind="second" onClick={() => onDone()}>
              Leave it where it is
            </Button>
          </div>
        </Stack>
      ) : (
        <Stack>
          <SelectField
            name="place"
            label={appointment.kind === 'infusion' ? 'Chair' : 'With'}
            value={placeId}
            onChange={setPlaceId}
            options={places.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <SelectField
            name="start"
            label="Free time"
            value={start}
            onChange={setStart}
            empty="Choose a time"
            options={starts.map((each) => ({ value: each, label: sayTime(each, desk.zone, 'day and time') }))}
          />
          <Row>
            <Button disabledReason={start ? null : 'Choose a time'} onClick={() => onTarget({ placeId, start })}>
              Hold it and show the letter
            </Button>
            <Button kind="second" onClick={() => onDone()}>
              Leave it where it is
            </Button>
          </Row>
        </Stack>
      )}
    </Card>
  )
}

type LetterProps = Omit<MoveProps, 'target'> & { target: Target }

function Letter({ desk, appointment, target, onTarget, onDone }: LetterProps) {
  const hold = useHold(appointment)
  const draft = useDraft(`letter of a move ${appointment.appointmentId}`, '')
  const { value: words, set: setWords } = draft
  const move = useMove(appointment, () => {
    draft.clear()
    onDone(true)
  })
  const body = (text: string) => ({ ...target, ...(text.trim() && { words: text.trim() }) })
  const [isAsked, setIsAsked] = useState(false)
  const [readWords, setReadWords] = useState('')
  const isRead = words.trim() === readWords
  const show = () => {
    if (!isRead)
      hold.sendAndWait(body(words)).then(
        () => setReadWords(words.trim()),
        () => undefined,
      )
  }
  const send = () => {
    const again = (problem: unknown) => {
      // What goes out is another letter by now: it is held and read anew.
      if (problem instanceof ProblemError && problem.code === 'letter-changed') hold.send(body(words))
    }
    move.sendAndWait({ ...body(words), seen: hold.reply?.letter?.mark ?? '' }).catch(again)
  }
  if (!isAsked) {
    setIsAsked(true)
    // The press that brought us here asked for exactly this time.
    queueMicrotask(() => hold.send(body('')))
  }
  const held = hold.reply
  const at = (start: string) =>
    sayTime(start, desk.zone, dayAt(start, desk.zone) === dayAt(appointment.start, desk.zone) ? 'time' : 'day and time')
  return (
    <Card title={`Move from ${at(appointment.start)} to ${at(target.start)}?`}>
      <Stack>
        <FormProblems problem={move.problem ?? hold.problem} labels={{ start: 'Time' }} advice="Nothing has moved." />
        <Nearest desk={desk} problem={move.problem ?? hold.problem} onTarget={onTarget} />
        {held && !hold.problem && <Reading held={held} desk={desk} />}
        <DraftNote draft={draft} say={(other) => other} />
        {held?.letter && (
          <TextField
            name="words"
            label="Your words to them, if any"
            hint="They show in the letter above once you leave this field."
            value={words}
            onChange={setWords}
            onLeave={show}
            lines={2}
            maxLength={500}
          />
        )}
        <Row>
          <Button isPending={move.isSending || hold.isSending} disabledReason={whyNot(held, hold, isRead)} onClick={send}>
            {held && !held.letter ? 'Move' : 'Move and tell'}
          </Button>
          {held?.letter && (
            <Button kind="second" isPending={hold.isSending} disabledReason={isRead ? '' : null} onClick={show}>
              Show my words in it
            </Button>
          )}
          <PutBack appointment={appointment} onBack={() => onTarget(null)} />
        </Row>
      </Stack>
    </Card>
  )
}

const whyNot = (
  held: Held | undefined,
  { problem, isSending }: Pick<ReturnType<typeof useHold>, 'problem' | 'isSending'>,
  isRead: boolean,
) => {
  if (isSending) return ''
  if (!held || problem) return 'This time cannot be had'
  return isRead ? null : 'Show your words in the letter first'
}

function PutBack({ appointment, onBack }: { appointment: DeskAppointment; onBack: () => void }) {
  const release = useRelease(appointment)
  const back = () => {
    release.send({})
    onBack()
  }
  return (
    <Button kind="second" onClick={back}>
      Put it back
    </Button>
  )
}

const Reading = ({ held, desk }: { held: Held; desk: Desk }) => (
  <>
    <p>
      Nothing has moved yet. It is held for you until <Time at={held.heldUntil} zone={desk.zone} />.
    </p>
    {held.letter ? (
      <>
        <LetterBefore letter={held.letter} />
        <p className={styles.quiet}>Calendar file: the same entry, version {held.version}. It does not say why they come.</p>
      </>
    ) : (
      <p className={styles.quiet}>They know this time already, so no letter goes.</p>
    )}
  </>
)
