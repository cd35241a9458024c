import { type FormEvent, useState } from 'react'
import { useCloseDay } from '../../../data/closing.ts'
import type { Desk } from '../../../data/desk.ts'
import { holds, usePageData } from '../../../data/page-data.ts'
import { useReopenDay } from '../../../data/people.ts'
import { Button, Card, FieldScope, FormProblems, faultOf, Notice, Row, Stack, TextField, Time } from '../../../ui/index.tsx'
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
  const [reason, setReason] = useState('')
  if (!holds(user, 'owner', 'front desk') || (isClosed && !close.became)) return null
  const send = (event: FormEvent) => {
    event.preventDefault()
    void close.begin({ onDate: day, reason })
  }
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
  return (
    <Card title={close.became ? 'The day is closed' : title}>
      <Stack>
        {!close.became && (
          <FieldScope name="closing">
            <form onSubmit={send} noValidate>
              <Stack>
                {close.bookings.length === 0 && <FormProblems problem={close.problem} labels={{ reason: 'Reason' }} />}
                <TextField
                  name="reason"
                  label="Reason"
                  value={reason}
                  onChange={setReason}
                  placeholder="Snow"
                  fault={faultOf(close.problem, 'reason')}
                />
                {close.bookings.length === 0 && (
                  <Row>
                    <Button submits isPending={close.isSending}>
                      Close the day
                    </Button>
                    <Button kind="second" onClick={() => setOpen(false)}>
                      Leave it open
                    </Button>
                  </Row>
                )}
              </Stack>
            </form>
          </FieldScope>
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
