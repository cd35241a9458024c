import { useState } from 'react'
import { type CallDetail, useGiveCall, useKeepCall, useTakeCall } from '../../../data/booking.ts'
import { usePageData } from '../../../data/page-data.ts'
import { Button, Card, Form, FormProblems, Line, Lines, Row, SelectField, Stack, TextField, Time } from '../../../ui/index.tsx'

type Speakers = NonNullable<CallDetail['speakers']>
type SpeakerProps = { call: CallDetail; speakers: Speakers }

/** Who speaks with the caller, who did before, and how a colleague takes over. */
export function Speaker({ call, speakers }: SpeakerProps) {
  const me = usePageData().frame.user?.id
  const isMine = speakers.by === me
  return (
    <Card title="Who is on the call">
      <Stack>
        <Lines>
          {speakers.spoke.map(({ by, name, from, until }) => (
            <Line
              key={from}
              aside={
                <span>
                  <Time at={from} /> {until ? 'to ' : 'on'}
                  {until && <Time at={until} />}
                </span>
              }
            >
              {by === me ? 'You' : name}
            </Line>
          ))}
        </Lines>
        {call.outcome === null &&
          (isMine ? <Mine call={call} speakers={speakers} /> : <Theirs call={call} speakers={speakers} />)}
      </Stack>
    </Card>
  )
}

function Mine({ call, speakers: { offer } }: SpeakerProps) {
  const me = usePageData().frame.user?.id
  const keep = useKeepCall(call.appointmentId)
  const [isGiving, setGiving] = useState(false)
  const give = useGiveCall(call.appointmentId, () => setGiving(false))
  const colleagues = call.maySpeak.filter(({ id }) => id !== me)
  if (offer)
    return (
      <Stack>
        <FormProblems problem={keep.problem} advice="The offer is as it was." />
        <p role="status">
          Offered to {offer.name} at <Time at={offer.at} />. You stay on the line until they take it.
        </p>
        <Row>
          <Button kind="second" isPending={keep.isSending} onClick={() => keep.send({})}>
            Keep the call
          </Button>
        </Row>
      </Stack>
    )
  if (colleagues.length === 0) return <p>No colleague who takes calls is licensed where this caller is.</p>
  if (!isGiving)
    return (
      <Row>
        <Button kind="second" onClick={() => setGiving(true)}>
          Hand off
        </Button>
      </Row>
    )
  return (
    <Form
      scope="hand-off"
      sends={give}
      draft={`handoff of call ${call.appointmentId}`}
      body={({ text }) => ({ to: text('to'), ...(text('note').trim() && { note: text('note') }) })}
      act="Offer handoff"
      kind="second"
      onCancel={() => setGiving(false)}
      labels={{ to: 'Hand off to' }}
    >
      <SelectField
        name="to"
        label="Hand off to"
        empty="Choose"
        options={colleagues.map(({ id, name, title }) => ({ value: id, label: title ? `${name}, ${title}` : name }))}
      />
      <TextField name="note" label="What they should know" lines={2} maxLength={500} />
    </Form>
  )
}

function Theirs({ call, speakers: { by, name, offer } }: SpeakerProps) {
  const me = usePageData().frame.user?.id
  const take = useTakeCall(call.appointmentId)
  const may = call.maySpeak.some(({ id }) => id === me)
  const isOffered = offer?.to === me
  return (
    <Stack>
      <FormProblems problem={take.problem} advice="Nothing was changed." />
      {isOffered && (
        <p role="status">
          {name} offers you this call.{offer?.note && ` “${offer.note}”`}
        </p>
      )}
      {!isOffered && <p>{name} has this call. Only they write on it and end it, until someone takes it over.</p>}
      <Row>
        <Button
          kind={isOffered ? 'main' : 'second'}
          isPending={take.isSending}
          disabledReason={may ? null : 'You need to take calls and be licensed where the caller is'}
          onClick={() => take.send({ from: by })}
        >
          {isOffered ? 'Take the call' : 'Take over'}
        </Button>
      </Row>
    </Stack>
  )
}
