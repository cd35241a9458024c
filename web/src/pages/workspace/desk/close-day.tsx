import { useState } from 'react'
import { useCloseDay } from '../../../data/closing.ts'
import type { Desk } from '../../../data/desk.ts'
import { holds, usePageData } from '../../../data/page-data.ts'
import { useReopenDay } from '../../../data/people.ts'
import { Button, Card, Form, FormProblems, Notice, Stack, TextField, Time } from '../../../ui/index.tsx'
import { Touched } from '../clinic/touched.tsx'

type Day = Desk['days'][number]

/** What a closed day says over its columns, with the way back. */
export function ClosedDay({ closed, closureId }: Pick<Day, 'closed' | 'closureId'>) {
  const reopen = useReopenDay(closureId ?? '')
  const { user } = usePageData().frame
  if (closed === null) return null
  return (
    <Notice
      status="inform"
      title={`Closed: ${closed}`}
      aside={
        closureId !== null &&
        holds(user, 'owner', 'front desk') && (
          <Button kind="second" isPending={reopen.isSending} onClick={() => reopen.send({})}>
            Open it again
          </Button>
        )
      }
    >
      <FormProblems problem={reopen.problem} advice="The day is as it was." />
    </Notice>
  )
}

/** Closes the shown day; the bookings that stand on it are read, decided and told before it is. */
export function CloseDay({ day, isClosed }: { day: string; isClosed: boolean }) {
  const close = useCloseDay()
  const { user } = usePageData().frame
  const [isOpen, setOpen] = useState(false)
  if (!holds(user, 'owner', 'front desk') || (isClosed && !close.became)) return null
  if (!isOpen)
    return (
      <Button kind="second" size="wide" onClick={() => setOpen(true)}>
        Close this day
      </Button>
    )
  const title = (
    <>
      Close <Time at={`${day}T12:00:00Z`} zone="UTC" form="day" />?
    </>
  )
  const isDeciding = close.bookings.length > 0
  return (
    <Card title={close.became ? 'The day is closed' : title}>
      <Stack>
        {!close.became && (
          <Form
            scope="closing"
            sends={close}
            body={({ text }) => ({ onDate: day, reason: text('reason') })}
            problem={isDeciding ? null : close.problem}
            act={isDeciding ? null : 'Close the day'}
            onCancel={() => setOpen(false)}
          >
            <TextField name="reason" label="Reason" placeholder="Snow" />
          </Form>
        )}
        <Touched settling={close} what="Close the day" />
        {close.became && (
          <Button kind="second" onClick={() => setOpen(false)}>
            Done
          </Button>
        )}
      </Stack>
    </Card>
  )
}
