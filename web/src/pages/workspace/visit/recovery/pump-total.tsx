import { amountsAt, parseExact, pumpBeside } from '@dripline/clinical'
import { type FormEvent, useState } from 'react'
import { usePolicies } from '../../../../data/people.ts'
import { ofVisit, useStep } from '../../../../data/session.ts'
import {
  Button,
  Card,
  Fact,
  Facts,
  FieldScope,
  FormProblems,
  faultOf,
  Row,
  Stack,
  StatusMark,
  TextField,
} from '../../../../ui/index.tsx'
import { quantity } from '../../../../ui/quantity.tsx'
import { ClockNotice } from '../shared/clock-notice.tsx'
import type { Open } from '../shared/folded.ts'
import { kindOf } from '../shared/kind-of.ts'
import { isFarOff } from './far-off.ts'

/** The pump's own total, read from its display after the stop, with what the log computes beside it. */
export function PumpTotal({ visit, session }: Open) {
  const [ml, setMl] = useState('')
  const [reason, setReason] = useState('')
  const [isUnreadable, setUnreadable] = useState(false)
  const [isSure, setSure] = useState(false)
  const send = useStep(visit.id, ofVisit['pump-total'])
  const computed = amountsAt(session, visit.now)?.infusedMl ?? '0'
  const { secondPerson } = usePolicies()
  const read = pumpBeside(session, visit.now, secondPerson)
  const isOff = !isUnreadable && isFarOff(ml, computed, secondPerson)
  if (read)
    return (
      <Card title="Pump total" note="from its display">
        <Facts>
          <Fact label="Read">{quantity(read.readMl, 'mL')}</Fact>
          <Fact label="Calculated from the log">{quantity(read.computedMl, 'mL')}</Fact>
        </Facts>
        <ClockNotice visit={visit} session={session} />
        {read.isOff && (
          <StatusMark status="caution" word="They differ by more than the clinic’s tolerance; both stay on record." />
        )}
      </Card>
    )
  if (session.pumpTotal) return null
  const store = (event: FormEvent) => {
    event.preventDefault()
    if (isOff && !isSure) setSure(true)
    else send.send(isUnreadable ? { totalMl: null, reason } : { totalMl: ml, reason: null })
  }
  return (
    <FieldScope name="pump-total">
      <Card title="Read the pump total" edge="accent">
        <form onSubmit={store} noValidate>
          <Stack>
            <ClockNotice visit={visit} session={session} />
            {isUnreadable ? (
              <TextField
                name="reason"
                label="Why the display cannot be read"
                value={reason}
                onChange={setReason}
                fault={faultOf(send.problem, 'reason')}
              />
            ) : (
              <TextField
                name="totalMl"
                label="Volume infused, on the pump’s display"
                unit="mL"
                decimal
                value={ml}
                onChange={(value) => {
                  setMl(value)
                  setSure(false)
                }}
                fault={faultOf(send.problem, 'totalMl')}
              />
            )}
            {isOff && isSure && (
              <p role="alert">
                {ml.trim()} mL? The log calculates {quantity(computed, 'mL')}. Press again to save {ml.trim()} mL; both stay on
                record.
              </p>
            )}
            <FormProblems problem={send.problem} labels={{ totalMl: 'Volume infused', reason: 'Why' }} />
            <Row>
              <Button
                kind={kindOf(visit, 'read-pump')}
                submits
                size="chair"
                isPending={send.isSending}
                disabledReason={(isUnreadable ? reason : ml).trim() ? undefined : 'Not read yet.'}
              >
                {isOff && isSure ? `Save ${parseExact(ml.trim()) ? ml.trim() : ''} mL` : 'Save total'}
              </Button>
              <Button kind="second" size="chair" onClick={() => setUnreadable(!isUnreadable)}>
                {isUnreadable ? 'Display is readable' : 'Display is not readable'}
              </Button>
            </Row>
          </Stack>
        </form>
      </Card>
    </FieldScope>
  )
}
