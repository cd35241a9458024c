import { type Fault, isSentBack, sayStaff } from '@dripline/clinical'
import { useState } from 'react'
import { useDraft } from '../../../../data/draft.ts'
import { type SafetyAlone, useSafety } from '../../../../data/safety.ts'
import { useCheckIn, type Visit } from '../../../../data/session.ts'
import { Card, Columns, DraftNote, Form, quantity, Stack, sayDay, Tick } from '../../../../ui/index.tsx'
import type { Open } from '../folded.ts'
import { PolicyNotice } from '../frame/policy-notice.tsx'
import { StepPage } from '../frame/step-page.tsx'
import { kindOf } from '../kind-of.ts'
import { signLabels } from '../pads/signs-pad.tsx'
import { CallOff } from './call-off.tsx'
import { AskedCard, EscortCard, MeasuredCard } from './check-in-fields.tsx'
import { blank, type CheckInTyped, type Field, sentOf } from './check-in-typed.ts'
import { SentBack } from './confirm-order.tsx'

const labels = {
  ...signLabels,
  weightKg: 'Weight',
  'escort.name': 'Escort',
  'escort.phone': 'Escort’s phone',
  safetyQuestion: 'The safety question',
}

const leadOf = ({ order, names }: Visit) =>
  `Order ${order.number} of ${order.of}: ${quantity(order.doseMg, 'mg')} over ${quantity(order.minutes, 'min')}, signed for ${quantity(order.weightKg, 'kg')} by ${names[order.signedBy]}. A weight more than 2 % from it goes back to a prescriber.`

/** Who it is, who takes them home, weight and signs, and the rules of today; everything is asked on one page. */
export function CheckIn(open: Open) {
  const { visit, session } = open
  const draft = useDraft(`check-in ${visit.id}`, blank)
  const [same, setSame] = useState({ name: false, born: false })
  const [acknowledged, setAcknowledged] = useState<readonly string[]>([])
  const checkIn = useCheckIn(visit.id, draft.clear)
  const safety = useSafety(visit.personId, 'check-in')
  const said = draft.value
  const field: Field = (key) => ({ value: said[key], onChange: (value) => draft.set({ ...said, [key]: value }) })
  const toAcknowledge = checkIn.problem?.code === 'finding-blocks' ? checkIn.problem.faults : []
  return (
    <StepPage
      title={isSentBack(session, visit.order) ? 'The order was sent back to a prescriber' : `Check in ${visit.person.name}`}
      lead={leadOf(visit)}
    >
      <SentBack {...open} />
      <PolicyNotice {...open} />
      <DraftNote draft={draft} say={(other) => Object.values(other).filter(Boolean).join(', ')} />
      <Form
        sends={checkIn}
        body={() => sentOf(said, acknowledged)}
        act="Check in"
        kind={kindOf(visit, 'check-in')}
        size="chair"
        disabledReason={whatIsMissing(said, same, safety, visit)}
        labels={labels}
        {...(toAcknowledge.length > 0 && { problem: null })}
        others={<CallOff {...open} />}
      >
        <Columns kind="halves">
          <Stack>
            <Identifiers visit={visit} same={same} onChange={setSame} />
            <EscortCard field={field} />
            <AskedCard visit={visit} safety={safety} field={field} />
          </Stack>
          <Stack>
            <MeasuredCard visit={visit} field={field} />
            {toAcknowledge.length > 0 && (
              <Acknowledge rules={toAcknowledge} acknowledged={acknowledged} onChange={setAcknowledged} />
            )}
          </Stack>
        </Columns>
      </Form>
    </StepPage>
  )
}

type Same = { name: boolean; born: boolean }

function whatIsMissing(said: CheckInTyped, same: Same, safety: SafetyAlone, visit: Visit): string | undefined {
  const isSafetyAsked = safety.said.safetyQuestion !== undefined || visit.safety.safetyQuestion !== null
  if (!same.name || !same.born) return 'Confirm two identifiers: full name and date of birth.'
  const isWhole = said.weightKg && said.systolic && said.diastolic && said.pulse && said.spo2 && isSafetyAsked
  return isWhole ? undefined : 'Weight, vital signs and the safety question are required.'
}

type IdentifiersProps = { visit: Visit; same: Same; onChange: (same: Same) => void }

const Identifiers = ({ visit: { person }, same, onChange }: IdentifiersProps) => (
  <Card title="Confirm two identifiers" note="as stated by the patient">
    <Stack>
      <Tick
        name="same-name"
        checked={same.name}
        onChange={(name) => onChange({ ...same, name })}
        label={<>States full name: {person.name}</>}
      />
      <Tick
        name="same-born"
        checked={same.born}
        onChange={(born) => onChange({ ...same, born })}
        label={<>States date of birth: {person.dateOfBirth ? sayDay(person.dateOfBirth) : 'not on record'}</>}
      />
    </Stack>
  </Card>
)

type AcknowledgeProps = {
  rules: readonly Fault[]
  acknowledged: readonly string[]
  onChange: (acknowledged: readonly string[]) => void
}

const Acknowledge = ({ rules, acknowledged, onChange }: AcknowledgeProps) => (
  <Card title="Acknowledge each finding" edge="accent" note="one at a time">
    <Stack>
      {rules.map(({ field: rule, ...fault }) => (
        <Tick
          key={rule}
          name={`rule-${rule}`}
          checked={acknowledged.includes(rule)}
          onChange={(isSeen) => onChange(isSeen ? [...acknowledged, rule] : acknowledged.filter((each) => each !== rule))}
          label={fault.code === 'to-be-acknowledged-reason' ? sayStaff(fault.params.reason) : sayStaff(fault)}
        />
      ))}
    </Stack>
  </Card>
)
