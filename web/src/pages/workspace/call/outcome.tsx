import {
  type CallNext,
  type CallOutcome,
  callNext,
  callOutcomes,
  keysOf,
  mayEndCall,
  nextAfter,
  type SafetyAnswer,
} from '@dripline/clinical'
import { type CallDetail, useEndCall } from '../../../data/booking.ts'
import { useDraft } from '../../../data/draft.ts'
import { usePageData } from '../../../data/page-data.ts'
import { Button, Card, Choice, DraftNote, Form, Loading, Part, SelectField, Stack, TextField, Time } from '../../../ui/index.tsx'
import { PickTime } from '../desk/pick-time.tsx'
import { sayNext } from './say-next.ts'

type OutcomeProps = { call: CallDetail; safety: SafetyAnswer | null }

/** How the call ends: one outcome, one way on from a list, once; the next appointment is booked with it. */
export const Outcome = ({ call, safety }: OutcomeProps) =>
  call.outcome ? <Ended call={call} outcome={call.outcome} /> : <End call={call} safety={safety} />

function Ended({ call, outcome }: { call: CallDetail; outcome: NonNullable<CallDetail['outcome']> }) {
  const { zone } = usePageData().frame.clinic
  return (
    <Card title={callOutcomes[outcome.outcome as CallOutcome] ?? outcome.outcome} note={<Time at={outcome.decidedAt} />}>
      <Stack>
        <p>{sayNext(outcome, zone)}</p>
        {outcome.outcome === 'book evaluation' && <Button href={`/patients/${call.personId}`}>Open {call.name}’s page</Button>}
      </Stack>
    </Card>
  )
}

type Place = 'clinic' | 'phone'
const places = [
  { value: 'clinic', label: 'At the clinic' },
  { value: 'phone', label: 'By phone' },
] as const

type Ending = { outcome: CallOutcome | ''; next: CallNext | ''; note: string; place: Place; start: string }
const nothingYet: Ending = { outcome: '', next: '', note: '', place: 'clinic', start: '' }

function End({ call, safety }: OutcomeProps) {
  const draft = useDraft<Ending>(`end of call ${call.appointmentId}`, nothingYet)
  const { outcome, next, note, place, start } = draft.value
  const change = (part: Partial<Ending>) => draft.set({ ...draft.value, ...part })
  const end = useEndCall(call.appointmentId)
  const books = next === '' ? undefined : callNext[next].books
  const refused = outcome === '' ? null : mayEndCall(outcome, safety)
  const options = keysOf(callOutcomes)
    .filter((value) => value !== 'book evaluation' || safety !== 'yes')
    .map((value) => ({ value, label: callOutcomes[value] }))
  // What is usual stands first in its list.
  const choose = (value: CallOutcome) => change({ outcome: value, next: nextAfter(value)[0] ?? '', start: '' })
  const why = whyDisabled({ outcome, refused, books, start })
  const body = () => {
    if (outcome === '' || next === '' || why) return null
    const book = books && { start, ...(books === 'evaluation' && { place }) }
    return { outcome, next, ...(note.trim() && { note }), ...(book && { book }) }
  }
  return (
    <Card title="Outcome">
      <Form
        sends={end}
        body={body}
        onDone={draft.clear}
        act={books ? 'End call and book' : 'End call'}
        disabledReason={why}
        labels={{ start: 'Time' }}
      >
        <DraftNote draft={draft} say={(other) => other.note} />
        <Choice name="outcome" label="How does it end?" options={options} value={outcome} onChange={choose} />
        {outcome !== '' && (
          <SelectField
            name="next"
            label="Next step"
            value={next}
            onChange={(value) => change({ next: value, start: '' })}
            options={nextAfter(outcome).map((each) => ({ value: each, label: sayOption(each) }))}
          />
        )}
        {books && <Booking {...{ books, place, start, change }} personId={call.personId} />}
        <TextField
          name="note"
          label="Anything to add"
          value={note}
          onChange={(text) => change({ note: text })}
          maxLength={500}
          placeholder="Who does what, by when"
        />
      </Form>
    </Card>
  )
}

type BookingProps = {
  books: 'evaluation' | 'call'
  place: Place
  start: string
  personId: string
  change: (part: Partial<Ending>) => void
}

/** What is booked with the end of the call: where, and when. */
const Booking = ({ books, place, start, personId, change }: BookingProps) => (
  <>
    {books === 'evaluation' && (
      <Choice
        name="place"
        label="Where"
        look="line"
        value={place}
        onChange={(value) => change({ place: value, start: '' })}
        options={places}
      />
    )}
    <Part resetKey={`${books} ${place}`} loading={<Loading shape="form" what="free times" />}>
      <PickTime
        key={`${books} ${place}`}
        personId={personId}
        kind={books}
        place={place}
        value={start}
        onChange={(time) => change({ start: time })}
      />
    </Part>
  </>
)

const sayOption = (next: CallNext) => {
  const { says, books } = callNext[next]
  return books ? `${says}, booked now` : says
}

type Standing = { outcome: string; refused: string | null; books: 'evaluation' | 'call' | undefined; start: string }

const whyDisabled = ({ outcome, refused, books, start }: Standing): string | null => {
  if (outcome === '') return 'Choose an outcome'
  if (refused === 'safety-unanswered') return 'The safety question has no answer yet'
  if (refused) return 'Nothing is booked after this answer'
  return books && start === '' ? 'Choose a time' : null
}
