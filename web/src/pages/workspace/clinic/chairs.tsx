import { useChangeChair } from '../../../data/closing.ts'
import { type ClinicData, useAddChair } from '../../../data/people.ts'
import { Button, Card, Form, FormProblems, Line, Lines, Stack, TextField } from '../../../ui/index.tsx'
import { Touched } from './touched.tsx'

type Chair = ClinicData['chairs'][number]

/** The chairs in their places; one out of use stays readable. */
export function Chairs({ chairs }: { chairs: readonly Chair[] }) {
  const add = useAddChair()
  return (
    <Card title="Chairs" note={chairs.length > 0 ? `${chairs.filter(({ closedAt }) => !closedAt).length} in use` : null}>
      <Stack>
        {chairs.length === 0 && <p>One patient per chair at a time. Name them the way your staff does.</p>}
        <Lines>
          {chairs.map((chair) => (
            <ChairLine key={chair.id} chair={chair} />
          ))}
        </Lines>
        <Form
          scope="chair"
          sends={add}
          body={({ text }) => ({ name: text('name') })}
          clears
          act="Add the chair"
          kind="second"
          icon="plus"
        >
          <TextField name="name" label="Name of the chair" />
        </Form>
      </Stack>
    </Card>
  )
}

function ChairLine({ chair }: { chair: Chair }) {
  const change = useChangeChair(chair.id)
  const isClosed = chair.closedAt !== null
  return (
    <Line
      note={isClosed ? 'out of use' : null}
      aside={
        <Button kind="second" isPending={change.isSending} onClick={() => void change.begin({ isClosed: !isClosed })}>
          {isClosed ? 'Use again' : 'Out of use'}
        </Button>
      }
    >
      {chair.name}
      {change.bookings.length === 0 && <FormProblems problem={change.problem} advice="The chair is as it was." />}
      <Touched settling={change} what="Take the chair out of use" />
    </Line>
  )
}
