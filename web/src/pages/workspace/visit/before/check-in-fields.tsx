import { measures } from '@dripline/clinical'
import type { SafetyAlone } from '../../../../data/safety.ts'
import type { Visit } from '../../../../data/session.ts'
import { Card, Choice, MeasureField, Pairs, quantity, SelectField, Stack, TextField } from '../../../../ui/index.tsx'
import { withSign } from '../../../../ui/quantity.tsx'
import { signFields } from '../pads/signs-pad.tsx'
import styles from '../visit.module.css'
import type { Field } from './check-in-typed.ts'
import { SafetyAsk } from './safety-card.tsx'

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
const noYes = [
  { value: 'no', label: 'No' },
  { value: 'yes', label: 'Yes' },
]
const sedations = [4, 3, 2, 1, 0, -1, -2, -3, -4, -5].map((score) => ({
  value: String(score),
  label: score === 0 ? '0, alert and calm' : withSign(score),
}))

type CardProps = { visit: Visit; field: Field }

/** Who takes them home. */
export const EscortCard = ({ field }: Pick<CardProps, 'field'>) => (
  <Card title="Escort home" note="without an escort, only a prescriber can discharge">
    <Pairs>
      <TextField {...field('escortName')} name="escort.name" label="Escort" autoComplete="off" maxLength={120} />
      <TextField {...field('escortPhone')} name="escort.phone" label="Their phone" type="tel" autoComplete="off" maxLength={40} />
    </Pairs>
  </Card>
)

/** What is asked at every visit. */
export const AskedCard = ({ visit, safety, field }: CardProps & { safety: SafetyAlone }) => (
  <Card title="Asked at every visit">
    <Stack>
      <SafetyAsk safety={safety} held={visit.safety} zone={visit.zone} />
      {visit.person.sex !== 'male' && (
        <Pairs>
          <SelectField
            {...field('pregnancy')}
            name="pregnancy"
            label="Pregnancy"
            empty="as answered before"
            options={pregnancies}
          />
          <SelectField {...field('pregnancyTest')} name="pregnancyTest" label="Test today" empty="none today" options={tests} />
        </Pairs>
      )}
    </Stack>
  </Card>
)

/** What is measured before anything is given. */
export const MeasuredCard = ({ visit, field }: CardProps) => (
  <Card title="Weight and vital signs" note="from the scale and the monitor">
    <div className={styles.signs}>
      <MeasureField
        {...field('weightKg')}
        name="weightKg"
        measure={measures.weightKg}
        label="Weight, on the scale"
        hint={`the order: ${quantity(visit.order.weightKg, 'kg')}`}
      />
      {signFields.map(({ key, label, measure }) => (
        <MeasureField key={key} {...field(key)} name={`vitals.${key}`} label={label} measure={measure} />
      ))}
    </div>
    <SelectField {...field('sedation')} name="sedation" label="Sedation now, RASS" empty="not scored yet" options={sedations} />
    <Choice
      {...field('repeated')}
      name="repeated"
      label="Is this blood pressure a recheck after rest?"
      look="line"
      options={noYes}
    />
  </Card>
)
