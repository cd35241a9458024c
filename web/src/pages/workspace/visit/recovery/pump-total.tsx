import { amountsAt, isPumpOff, type Policies, parseExact, pumpBeside } from '@dripline/clinical'
import { useState } from 'react'
import { usePolicies } from '../../../../data/people.ts'
import { ofVisit, useStep } from '../../../../data/session.ts'
import { Button, Card, Fact, Facts, Form, quantity, StatusMark, TextField } from '../../../../ui/index.tsx'
import type { Open } from '../folded.ts'
import { ClockNotice } from '../frame/clock-notice.tsx'
import { kindOf } from '../kind-of.ts'

/** The pump's own total, read from its display after the stop, with what the log computes beside it. */
export function PumpTotal(open: Open) {
  const { visit, session } = open
  const read = pumpBeside(session, visit.now, usePolicies().secondPerson)
  if (!read) return session.pumpTotal ? null : <ReadTotal {...open} />
  return (
    <Card title="Pump total" note="from its display">
      <Facts>
        <Fact label="Read">{quantity(read.readMl, 'mL')}</Fact>
        <Fact label="Calculated from the log">{quantity(read.computedMl, 'mL')}</Fact>
      </Facts>
      <ClockNotice visit={visit} session={session} />
      {read.isOff && <StatusMark status="caution" word="They differ by more than the clinic’s tolerance; both stay on record." />}
    </Card>
  )
}

/** Whether a typed mL is further from the computed one than the clinic's tolerance; what cannot be read yet is not. */
function isFarOff(typed: string, computedMl: string, tolerance: Policies['secondPerson']): boolean {
  const ml = typed.trim().replace(',', '.')
  return parseExact(ml) !== null && isPumpOff(ml, computedMl, tolerance)
}

function ReadTotal({ visit, session }: Open) {
  const [ml, setMl] = useState('')
  const [reason, setReason] = useState('')
  const [isUnreadable, setUnreadable] = useState(false)
  /** What was typed when it was asked whether it is right. */
  const [asked, setAsked] = useState<string | null>(null)
  const send = useStep(visit.id, ofVisit['pump-total'])
  const computed = amountsAt(session, visit.now)?.infusedMl ?? '0'
  const { secondPerson } = usePolicies()
  const isOff = !isUnreadable && isFarOff(ml, computed, secondPerson)
  const isAsked = isOff && asked === ml
  const body = () => {
    if (isUnreadable) return { totalMl: null, reason }
    if (isOff && !isAsked) setAsked(ml)
    return isOff && !isAsked ? null : { totalMl: ml, reason: null }
  }
  return (
    <Card title="Read the pump total" edge="accent">
      <Form
        scope="pump-total"
        sends={send}
        body={body}
        act={isAsked ? `Save ${parseExact(ml.trim()) ? ml.trim() : ''} mL` : 'Save total'}
        kind={kindOf(visit, 'read-pump')}
        size="chair"
        disabledReason={(isUnreadable ? reason : ml).trim() ? undefined : 'Not read yet.'}
        labels={{ totalMl: 'Volume infused', reason: 'Why' }}
        others={
          <Button kind="second" size="chair" onClick={() => setUnreadable(!isUnreadable)}>
            {isUnreadable ? 'Display is readable' : 'Display is not readable'}
          </Button>
        }
      >
        <ClockNotice visit={visit} session={session} />
        {isUnreadable ? (
          <TextField name="reason" label="Why the display cannot be read" value={reason} onChange={setReason} />
        ) : (
          <TextField name="totalMl" label="Volume infused, on the pump’s display" unit="mL" decimal value={ml} onChange={setMl} />
        )}
        {isAsked && (
          <p role="alert">
            {ml.trim()} mL? The log calculates {quantity(computed, 'mL')}. Press again to save {ml.trim()} mL; both stay on
            record.
          </p>
        )}
      </Form>
    </Card>
  )
}
