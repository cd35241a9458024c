import type { FormEvent } from 'react'
import { useCloseDay } from '../../../data/closing.ts'
import { type ClinicData, useReopenDay } from '../../../data/people.ts'
import { Button, Card, FieldScope, FormProblems, faultOf, Line, Lines, Row, Stack, TextField, Time } from '../../../ui/index.tsx'
import { Touched } from './touched.tsx'

type Closure = ClinicData['closures'][number]

/** Days on which nothing is offered. */
export function Closures({ closures }: { closures: readonly Closure[] }) {
  const close = useCloseDay()
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    void close.begin({ onDate: String(form.get('onDate') ?? ''), reason: String(form.get('reason') ?? '') })
  }
  return (
    <Card title="Closed days" note="nothing is offered on them">
      <Stack>
        <Lines>
          {closures.map((closure) => (
            <ClosureLine key={closure.id} closure={closure} />
          ))}
        </Lines>
        <FieldScope name="closure">
          <form onSubmit={send} noValidate>
            <Stack>
              {close.bookings.length === 0 && (
                <FormProblems problem={close.problem} labels={{ onDate: 'Day', reason: 'Reason' }} />
              )}
              <TextField name="onDate" type="date" label="Day" fault={faultOf(close.problem, 'onDate')} />
              <TextField name="reason" label="Reason" placeholder="Holiday" fault={faultOf(close.problem, 'reason')} />
              <Row>
                <Button kind="second" icon="plus" submits isPending={close.isSending}>
                  Close the day
                </Button>
              </Row>
            </Stack>
          </form>
        </FieldScope>
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
