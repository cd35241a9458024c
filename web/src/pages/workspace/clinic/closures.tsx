import { useCloseDay } from '../../../data/closing.ts'
import { type ClinicData, useReopenDay } from '../../../data/people.ts'
import { Button, Card, Form, Line, Lines, Stack, TextField, Time } from '../../../ui/index.tsx'
import { Touched } from './touched.tsx'

type Closure = ClinicData['closures'][number]

/** Days on which nothing is offered. */
export function Closures({ closures }: { closures: readonly Closure[] }) {
  const close = useCloseDay()
  return (
    <Card title="Closed days" note="nothing is offered on them">
      <Stack>
        <Lines>
          {closures.map((closure) => (
            <ClosureLine key={closure.id} closure={closure} />
          ))}
        </Lines>
        <Form
          scope="closure"
          sends={close}
          body={({ text }) => ({ onDate: text('onDate'), reason: text('reason') })}
          problem={close.bookings.length === 0 ? close.problem : null}
          act="Close the day"
          kind="second"
          icon="plus"
        >
          <TextField name="onDate" type="date" label="Day" />
          <TextField name="reason" label="Reason" placeholder="Holiday" />
        </Form>
        <Touched settling={close} what="Close the day" />
      </Stack>
    </Card>
  )
}

function ClosureLine({ closure }: { closure: Closure }) {
  const reopen = useReopenDay(closure.id)
  return (
    <Line
      note={closure.reason}
      aside={
        <Button kind="second" isPending={reopen.isSending} onClick={() => reopen.send({})}>
          Open again
        </Button>
      }
    >
      <Time at={`${closure.onDate}T12:00:00Z`} zone="UTC" form="full day" />
    </Line>
  )
}
