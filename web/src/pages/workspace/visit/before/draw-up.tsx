import { closedGates, exact, plain, type ReadField } from '@dripline/clinical'
import { useState } from 'react'
import { usePageData } from '../../../../data/page-data.ts'
import { ofVisit, useStep } from '../../../../data/session.ts'
import { Button, Card, Icon, quantity, Row, sayTime } from '../../../../ui/index.tsx'
import { sayDrug } from '../../stock/say-drug.ts'
import type { Open } from '../folded.ts'
import { Agreed } from '../frame/agreed.tsx'
import { PolicyNotice } from '../frame/policy-notice.tsx'
import { StepPage } from '../frame/step-page.tsx'
import { kindOf } from '../kind-of.ts'
import type { Pad } from '../pads/due-strip.tsx'
import { Pads } from '../pads/pads.tsx'
import { GatePanel } from '../ready/gate-panel.tsx'
import { WasteCard } from '../recovery/waste.tsx'
import styles from './before.module.css'
import { CallOff } from './call-off.tsx'
import { CallPrescriber } from './call-prescriber.tsx'
import { CheckTable } from './check-table.tsx'
import { SentBack } from './confirm-order.tsx'
import { Readers } from './readers.tsx'
import { SafetyAtChair } from './safety-card.tsx'
import { SendBack } from './send-back.tsx'
import { WhoReads } from './who-reads.tsx'

/** Two people read syringe and pump, each by themselves; mL and mL/h stay hidden until both agree or a prescriber is called. */
export function DrawUp(open: Open) {
  const { visit, session } = open
  const me = usePageData().frame.user?.id
  const [pad, setPad] = useState<Pad | null>(null)
  const draw = useStep(visit.id, ofVisit['draw-up'])
  if (!session.isBookClosed) return <WasteCard {...open} />
  const { check } = visit
  return (
    <StepPage title={headline(open, me)} lead={underneath(open)}>
      <WhoReads visit={visit} />
      <SentBack {...open} />
      <PolicyNotice {...open} />
      <SafetyAtChair visit={visit} act="draw-up" />
      {closedGates(visit.gates['draw-up']).length > 0 && <GatePanel visit={visit} act="draw-up" onPick={setPad} />}
      {pad && <Pads {...open} pad={pad} onPick={setPad} />}
      <OrderSays {...open} />
      {check.isOpen && <CheckTable {...open} />}
      {check.kind === 'agree' ? (
        <Agreed
          record={draw}
          sent={{}}
          title="Both readings match and are saved. The draw-up is not recorded yet."
          advice="Both readings are saved. Fix what is listed, then record again, or read another vial."
          act="Record the draw-up"
          kind={kindOf(visit, 'record-draw-up')}
          keyHint="d"
        />
      ) : (
        <Readers {...open} />
      )}
      <Row>
        <Button kind="second" size="chair" href={`/visits/${visit.id}/labels`}>
          Print labels
        </Button>
        <SendBack {...open} />
        {check.kind === 'differ' && !check.isOpen && <CallPrescriber {...open} />}
        <CallOff {...open} />
      </Row>
      <small>
        Each reading is saved with name and time; you can reload or switch tablets. When both match, the drug book records the
        draw-up.
      </small>
    </StepPage>
  )
}

const fieldWords: Record<ReadField, string> = {
  infusateMg: 'the dose on the label',
  syringeMl: 'the syringe',
  rateMlPerHour: 'the pump',
  vials: 'the vial',
}

function headline({ visit: { check, order } }: Open, me: string | undefined) {
  switch (check.kind) {
    case 'none':
      return `Read the syringe and the pump for ${quantity(plain(exact(order.infusateMg)), 'mg')}, each of you independently`
    case 'one':
      return check.readings[0]?.by === me
        ? 'Your reading is saved. Waiting for the second person'
        : 'One reading is saved. Yours is next'
    case 'differ':
      return check.off.length === 1
        ? `One reading does not match. Look at ${fieldWords[check.off[0] ?? 'syringeMl']} again`
        : `${check.off.length} readings do not match: ${check.off.map((field) => fieldWords[field]).join(', ')}`
    case 'agree':
      return 'Both readings match the order'
  }
}

function underneath({ visit: { check, names, zone } }: Open) {
  const [first] = check.readings
  if (check.kind === 'one' && first)
    return `${names[first.by]} read at ${sayTime(first.at, zone)}. Readings stay hidden until two people have read.`
  if (check.kind === 'differ')
    return 'It could be either reading, or the syringe. Both of you read again; the right number is not shown.'
  return check.kind === 'agree' ? 'The draw-up is not in the drug book yet.' : 'Nothing starts until two people have read.'
}

/** Drug, dose in mg, patient and bag; mL and mL/h only once the check is open. */
const OrderSays = ({ visit: { order, check, names, person, zone } }: Open) => (
  <section aria-label="The order says">
    <Card
      title="The order says"
      aside={
        !check.isOpen && (
          <>
            <Icon name="lock" /> mL and mL/h hidden until both match
          </>
        )
      }
    >
      <p className={styles.orderSays}>
        <strong>
          {sayDrug(order.drugId)} {quantity(plain(exact(order.infusateMg)), 'mg')}
        </strong>
        <span>
          for {person.name}, in a bag of {quantity(order.finalMl, 'mL')}, over {quantity(order.minutes, 'min')}
        </span>
        <span>
          signed {sayTime(order.signedAt, zone, 'short day')}, {names[order.signedBy]}
        </span>
        {order.syringeMl !== null && order.rateMlPerHour !== null && (
          <span>
            {quantity(order.syringeMl, 'mL')} of {quantity(order.vialMgPerMl, 'mg/mL')}, {quantity(order.rateMlPerHour, 'mL/h')}
          </span>
        )}
      </p>
    </Card>
  </section>
)
