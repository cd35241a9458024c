import { closedGates } from '@dripline/clinical'
import { useState } from 'react'
import { ofVisit, useStep } from '../../../../data/session.ts'
import { Button, Card, Fact, Facts, FormProblems, Row } from '../../../../ui/index.tsx'
import { quantity } from '../../../../ui/quantity.tsx'
import { CheckTable } from '../before/check-table.tsx'
import { SafetyAtChair } from '../before/safety-card.tsx'
import { SendBack } from '../before/send-back.tsx'
import { Log } from '../entries/log.tsx'
import type { Open } from '../folded.ts'
import { PolicyNotice } from '../frame/policy-notice.tsx'
import { StepPage } from '../frame/step-page.tsx'
import { kindOf } from '../kind-of.ts'
import type { Pad } from '../pads/due-strip.tsx'
import { Pads } from '../pads/pads.tsx'
import { GatePanel, notMet } from './gate-panel.tsx'

/** Both names stand: the last look before the pump is started by hand. */
export function Ready(open: Open) {
  const { visit, session } = open
  const { order } = visit
  const { drawnUp, infusate } = session
  const start = useStep(visit.id, ofVisit.start)
  const [pad, setPad] = useState<Pad | null>(null)
  if (!drawnUp || !infusate) return null
  const closed = closedGates(visit.gates.start)
  return (
    <StepPage
      title="Say it aloud, then start the pump"
      lead="Patient, drug, dose and rate. Dripline does not control the pump: start it by hand, then press here."
    >
      <CheckTable {...open} />
      <Card title={visit.person.name} note={`order ${order.number} of ${order.of}`}>
        <Facts>
          <Fact label="Drug and dose">ketamine {quantity(infusate.infusateMg, 'mg')}</Fact>
          <Fact label="Over">{quantity(order.minutes, 'min')}</Fact>
          <Fact label="Set on the pump">{quantity(order.rateMlPerHour ?? '0', 'mL/h')}</Fact>
          <Fact label="Volume to be infused">{quantity(order.vtbiMl, 'mL')}</Fact>
        </Facts>
      </Card>
      <PolicyNotice {...open} />
      <SafetyAtChair visit={visit} act="start" />
      <FormProblems problem={start.problem} />
      <Row>
        <Button
          kind={kindOf(visit, 'start')}
          size="chair"
          keyHint="g"
          isPending={start.isSending}
          disabledReason={closed.length > 0 ? `Locked: ${notMet(closed.length)}.` : undefined}
          onClick={() => start.send({})}
        >
          Pump is running: start now
        </Button>
        <Button kind="second" size="chair" href={`/visits/${visit.id}/labels`}>
          Print labels
        </Button>
        <SendBack {...open} />
      </Row>
      <GatePanel visit={visit} act="start" onPick={setPad} />
      <Pads {...open} pad={pad ?? 'vitals'} onPick={setPad} />
      <Log {...open} />
    </StepPage>
  )
}
