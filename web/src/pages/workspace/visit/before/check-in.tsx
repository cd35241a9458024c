import { isSentBack, measures, sayFault } from '@dripline/clinical'
import { type FormEvent, useState } from 'react'
import { useDraft } from '../../../../data/draft.ts'
import { useSafety } from '../../../../data/safety.ts'
import { type CheckIn as Sent, useCheckIn } from '../../../../data/session.ts'
import {
  Button,
  Card,
  Choice,
  Columns,
  DraftNote,
  FormProblems,
  faultOf,
  MeasureField,
  Row,
  SelectField,
  Stack,
  TextField,
  Tick,
} from '../../../../ui/index.tsx'
import { quantity, withSign } from '../../../../ui/quantity.tsx'
import { sayDay } from '../../../../ui/when.ts'
import type { Open } from '../shared/folded.ts'
import { kindOf } from '../shared/kind-of.ts'
import { PolicyNotice, unanswered } from '../shared/policy-notice.tsx'
import { noSigns, signFields, signLabels } from '../shared/signs-pad.tsx'
import styles from '../visit.module.css'
import { CallOff } from './call-off.tsx'
import { SentBack } from './confirm-order.tsx'
import { SafetyAsk } from './safety-card.tsx'

const empty = {
  ...noSigns,
  escortName: '',
  escortPhone: '',
  weightKg: '',
  repeated: '',
  sedation: '',
  pregnancy: '',
  pregnancyTest: '',
}
type Typed = typeof empty

const labels = {
  ...signLabels,
  weightKg: 'Weight',
  'escort.name': 'Escort',
  'escort.phone': 'Escort’s phone',
  safetyQuestion: 'The safety question',
}

const pregnancies = [
  { value: 'not-possible', label: 'Not possible' },
  { value: 'not-pregnant', label: 'Not pregnant, but could become pregnant' },
  { value: 'pregnant', label: 'Pregnant' },
  { value: 'not-sure', label: 'Not sure' },
]
const tests = [
  { value: 'negative', label: 'Negative' },
  { value: 'positive', label: 'Positive' },
  { value: 'not-sure', label: 'Unreadable' },
]

const sedations = [4, 3, 2, 1, 0, -1, -2, -3, -4, -5].map((score) => ({
  value: String(score),
  label: score === 0 ? '0, alert and calm' : withSign(score),
}))

const sentOf = (said: Typed, identifiers: [string, string], acknowledged: string[]): Sent => {
  // Half an escort is sent as it was typed: the server says what is missing, and nothing is dropped.
  const escort = said.escortName.trim() || said.escortPhone.trim() ? { name: said.escortName, phone: said.escortPhone } : null
  return {
    identifiers,
    escort,
    weightKg: said.weightKg,
    vitals: { systolic: said.systolic, diastolic: said.diastolic, pulse: said.pulse, spo2: said.spo2, resp: said.resp },
    sedation: said.sedation === '' ? null : Number(said.sedation),
    ...(said.repeated === '' ? {} : { bloodPressureRepeated: said.repeated as 'yes' | 'no' }),
    ...(said.pregnancy === '' ? {} : { pregnancy: said.pregnancy as NonNullable<Sent['pregnancy']> }),
    ...(said.pregnancyTest === '' ? {} : { pregnancyTest: said.pregnancyTest as NonNullable<Sent['pregnancyTest']> }),
    acknowledged,
  }
}

/** Who it is, who takes them home, weight and signs, and the rules of today; everything is asked on one page. */
export function CheckIn(open: Open) {
  const { visit, session } = open
  const { person, order, zone } = visit
  const draft = useDraft(`check-in ${visit.id}`, empty)
  const { value: said, set: setSaid } = draft
  const [same, setSame] = useState({ name: false, born: false })
  const [acknowledged, setAcknowledged] = useState<string[]>([])
  const checkIn = useCheckIn(visit.id, draft.clear)
  const safety = useSafety(visit.personId, 'check-in')
  const marks = unanswered(visit.marks)
  const set = (key: keyof Typed) => (value: string) => setSaid({ ...said, [key]: value })
  const field = (key: keyof Typed) => ({ name: key, value: said[key], onChange: set(key) })
  const { problem } = checkIn
  const toAcknowledge = problem?.code === 'finding-blocks' ? problem.faults : []
  const submit = (event: FormEvent) => {
    event.preventDefault()
    checkIn.send(sentOf(said, ['full name', 'date of birth'], acknowledged))
  }
  const isSafetyAsked = safety.said.safetyQuestion !== undefined || visit.safety.safetyQuestion !== null
  const missing = !(same.name && same.born)
    ? 'Confirm two identifiers: full name and date of birth.'
    : !(said.weightKg && said.systolic && said.diastolic && said.pulse && said.spo2 && isSafetyAsked)
      ? 'Weight, vital signs and the safety question are required.'
      : undefined
  return (
    <form className={styles.body} onSubmit={submit}>
      <div className={styles.title}>
        <h2>{isSentBack(session, order) ? 'The order was sent back to a prescriber' : `Check in ${person.name}`}</h2>
        <p>
          Order {order.number} of {order.of}: {quantity(order.doseMg, 'mg')} over {quantity(order.minutes, 'min')}, signed for{' '}
          {quantity(order.weightKg, 'kg')} by {visit.names[order.signedBy]}. A weight more than 2 % from it goes back to a
          prescriber.
        </p>
      </div>
      <SentBack {...open} />
      {marks.length > 0 && <PolicyNotice {...open} marks={marks} />}
      <DraftNote draft={draft} say={(other) => Object.values(other).filter(Boolean).join(', ')} />
      {toAcknowledge.length === 0 && <FormProblems problem={problem} labels={labels} />}
      <Columns kind="halves">
        <Stack>
          <Card title="Confirm two identifiers" note="as stated by the patient">
            <Stack>
              <Tick
                name="same-name"
                checked={same.name}
                onChange={(name) => setSame({ ...same, name })}
                label={<>States full name: {person.name}</>}
              />
              <Tick
                name="same-born"
                checked={same.born}
                onChange={(born) => setSame({ ...same, born })}
                label={<>States date of birth: {person.dateOfBirth ? sayDay(person.dateOfBirth) : 'not on record'}</>}
              />
            </Stack>
          </Card>
          <Card title="Escort home" note="without an escort, only a prescriber can discharge">
            <div className={styles.pair}>
              <TextField
                {...field('escortName')}
                label="Escort"
                fault={faultOf(problem, 'escort.name')}
                autoComplete="off"
                maxLength={120}
              />
              <TextField
                {...field('escortPhone')}
                label="Their phone"
                fault={faultOf(problem, 'escort.phone')}
                type="tel"
                autoComplete="off"
                maxLength={40}
              />
            </div>
          </Card>
          <Card title="Asked at every visit">
            <Stack>
              <SafetyAsk safety={safety} held={visit.safety} zone={zone} fault={faultOf(problem, 'safetyQuestion')} />
              {person.sex !== 'male' && (
                <div className={styles.pair}>
                  <SelectField {...field('pregnancy')} label="Pregnancy" empty="as answered before" options={pregnancies} />
                  <SelectField {...field('pregnancyTest')} label="Test today" empty="none today" options={tests} />
                </div>
              )}
            </Stack>
          </Card>
        </Stack>
        <Stack>
          <Card title="Weight and vital signs" note="from the scale and the monitor">
            <div className={styles.signs}>
              <MeasureField
                {...field('weightKg')}
                measure={measures.weightKg}
                label="Weight, on the scale"
                hint={`the order: ${quantity(order.weightKg, 'kg')}`}
                fault={faultOf(problem, 'weightKg')}
              />
              {signFields.map(({ key, label, measure }) => (
                <MeasureField
                  key={key}
                  {...field(key)}
                  name={`vitals.${key}`}
                  label={label}
                  measure={measure}
                  fault={faultOf(problem, `vitals.${key}`)}
                />
              ))}
            </div>
            <SelectField {...field('sedation')} label="Sedation now, RASS" empty="not scored yet" options={sedations} />
            <Choice
              name="repeated"
              label="Is this blood pressure a recheck after rest?"
              value={said.repeated}
              onChange={set('repeated')}
              look="line"
              options={[
                { value: 'no', label: 'No' },
                { value: 'yes', label: 'Yes' },
              ]}
            />
          </Card>
          {toAcknowledge.length > 0 && (
            <Card title="Acknowledge each finding" edge="accent" note="one at a time">
              <Stack>
                {toAcknowledge.map(({ field: rule, ...fault }) => (
                  <Tick
                    key={rule}
                    name={`rule-${rule}`}
                    checked={acknowledged.includes(rule)}
                    onChange={(isSeen) =>
                      setAcknowledged(isSeen ? [...acknowledged, rule] : acknowledged.filter((each) => each !== rule))
                    }
                    label={String(fault.params && 'reason' in fault.params ? fault.params.reason : sayFault(fault))}
                  />
                ))}
              </Stack>
            </Card>
          )}
          <Row>
            <Button kind={kindOf(visit, 'check-in')} size="chair" submits isPending={checkIn.isSending} disabledReason={missing}>
              Check in
            </Button>
            <CallOff {...open} />
          </Row>
        </Stack>
      </Columns>
    </form>
  )
}
