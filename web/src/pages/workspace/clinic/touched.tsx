import { useState } from 'react'
import type { Decision, Settled, Settling, TouchedBooking } from '../../../data/closing.ts'
import { usePageData } from '../../../data/page-data.ts'
import { Button, FormProblems, Notice, Row, SelectField, Stack, sayTime, TextField, Time } from '../../../ui/index.tsx'
import styles from './touched.module.css'

type TouchedProps<Body extends object> = {
  settling: Settling<Body>
  /** What the change is, as the button says it: "Close the day". */
  what: string
}

/** The bookings that a change touches, each with what becomes of it, before anybody confirms; then what became of each. */
export function Touched<Body extends object>({ settling, what }: TouchedProps<Body>) {
  const { bookings, became } = settling
  if (bookings.length > 0) return <Ask settling={settling} what={what} />
  return became && became.length > 0 ? <Became became={became} /> : null
}

const kindWords = { call: 'call', evaluation: 'evaluation', infusion: 'infusion visit' } as const

function Ask<Body extends object>({ settling, what }: TouchedProps<Body>) {
  const { bookings, isSending, problem } = settling
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({})
  const [words, setWords] = useState('')
  const decided = bookings.flatMap(({ appointmentId }) => decisionOf(appointmentId, chosen[appointmentId] ?? ''))
  const open = bookings.length - decided.length
  const cancelRest = () =>
    setChosen({ ...Object.fromEntries(bookings.map(({ appointmentId }) => [appointmentId, 'canceled'])), ...answered(chosen) })
  const one = bookings.length === 1
  return (
    <Notice
      status="caution"
      title={`${bookings.length} ${one ? 'booking is' : 'bookings are'} touched by this. Nothing has changed yet.`}
    >
      <Stack>
        <p>Say what happens with {one ? 'it' : 'each'}. Everyone moved or canceled gets one letter, with the calendar file.</p>
        <ul className={styles.touched} aria-label="Bookings this touches">
          {bookings.map((booking) => (
            <TouchedRow
              key={booking.appointmentId}
              booking={booking}
              value={chosen[booking.appointmentId] ?? ''}
              onChange={(value) => setChosen({ ...chosen, [booking.appointmentId]: value })}
            />
          ))}
        </ul>
        <TextField
          name="settling.words"
          label="Your words to them, if any"
          value={words}
          onChange={setWords}
          maxLength={500}
          placeholder="The roads are closed today."
        />
        <FormProblems problem={problem} advice="Nothing was changed. What you chose is still here." />
        <Row>
          <Button
            isPending={isSending}
            disabledReason={open === 0 ? null : `${open} of ${bookings.length} still to decide`}
            onClick={() => void settling.confirm({ decided, ...(words.trim() && { words }) })}
          >
            {`${what} and tell them`}
          </Button>
          {open > 0 && (
            <Button kind="second" onClick={cancelRest}>
              {open === bookings.length ? 'Cancel and tell all' : 'Cancel and tell the rest'}
            </Button>
          )}
          <Button kind="second" onClick={settling.leave}>
            Leave everything as it is
          </Button>
        </Row>
      </Stack>
    </Notice>
  )
}

const answered = (chosen: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== ''))

const MOVED = 'moved '

const decisionOf = (appointmentId: string, value: string): Decision[] => {
  if (value === 'kept' || value === 'passed on' || value === 'canceled') return [{ appointmentId, becomes: value }]
  return value.startsWith(MOVED) ? [{ appointmentId, becomes: 'moved', start: value.slice(MOVED.length) }] : []
}

type RowProps = { booking: TouchedBooking; value: string; onChange: (value: string) => void }

function TouchedRow({ booking, value, onChange }: RowProps) {
  const { zone } = usePageData().frame.clinic
  const { appointmentId, name, phone, dial, kind, at, start, whys, mayKeep, elsewhere, times } = booking
  const options = [
    ...(elsewhere ? [{ value: 'passed on', label: `Same time, with ${elsewhere}` }] : []),
    ...times.map((time) => ({ value: `${MOVED}${time}`, label: `Move to ${sayTime(time, zone, 'day and time')} and tell` })),
    { value: 'canceled', label: 'Cancel and tell' },
    ...(mayKeep ? [{ value: 'kept', label: 'Keep it all the same' }] : []),
  ]
  return (
    <li>
      <div>
        <b>{name}</b>
        <small>
          <a href={`tel:${dial}`}>{phone}</a>
        </small>
      </div>
      <div>
        {kindWords[kind]}, <Time at={start} form="day and time" />
        <small>{[at, whys.join(', ')].filter(Boolean).join(' · ')}</small>
      </div>
      <div>
        <SelectField
          name={`settling.${appointmentId}`}
          label={`What happens with ${name}`}
          value={value}
          onChange={onChange}
          empty="Choose"
          options={options}
        />
      </div>
    </li>
  )
}

const becameWords: Record<Settled['became'], string> = {
  kept: 'kept all the same',
  'passed on': 'same time, with another',
  moved: 'moved',
  canceled: 'canceled',
}

const Became = ({ became }: { became: readonly Settled[] }) => {
  const byPhone = became.filter(({ told }) => told === 'call').length
  return (
    <Notice
      status={byPhone > 0 ? 'caution' : 'clear'}
      title={
        byPhone > 0 ? `Done. ${byPhone} of them must be called: their letters come back.` : 'Done. This is what became of each.'
      }
    >
      <ul>
        {became.map(({ appointmentId, name, phone, dial, became: how, start, told }) => (
          <li key={appointmentId}>
            <b>{name}</b>: {becameWords[how]}
            {how === 'moved' && (
              <>
                {' '}
                to <Time at={start} form="day and time" />
              </>
            )}
            {told === 'letter' && '; the letter is on its way'}
            {told === 'call' && (
              <>
                ; call <a href={`tel:${dial}`}>{phone}</a>
              </>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
