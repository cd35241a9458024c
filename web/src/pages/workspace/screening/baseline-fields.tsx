import { type Indication, usualPolicies } from '@dripline/clinical'
import { Notice, TextField, Time } from '../../../ui/index.tsx'
import styles from './screening.module.css'

export const baselineNames = {
  painNow: 'Pain now',
  painAverage: 'Pain on average, last week',
  painWorst: 'Pain at its worst, last week',
  mood: 'Mood today',
  phq9Total: 'PHQ-9 total',
} as const
export type BaselineKey = keyof typeof baselineNames

const keysFor: Record<Indication, readonly BaselineKey[]> = {
  pain: ['painNow', 'painAverage', 'painWorst'],
  depression: ['mood', 'phq9Total'],
}

type BaselineFieldsProps = {
  indication: Indication
  draft: Readonly<Record<string, string>>
  latest: readonly { key: string; value: string | number; measuredAt: string }[]
  onChange: (key: BaselineKey, value: string) => void
}

/** What the course will be measured against. */
export function BaselineFields({ indication, draft, latest, onChange }: BaselineFieldsProps) {
  const known = (key: string) => latest.find((each) => each.key === key)
  const textOf = (key: string) => draft[key] ?? String(known(key)?.value ?? '')
  return (
    <fieldset className={styles.group}>
      <legend>The baseline</legend>
      <div className={styles.grid}>
        {keysFor[indication].map((key) => {
          const last = known(key)
          return (
            <TextField
              key={key}
              name={`baseline.${key}`}
              label={baselineNames[key]}
              decimal
              unit={key === 'phq9Total' ? 'of 27' : 'of 10'}
              hint={
                last ? (
                  <>
                    Last: {last.value}, <Time at={last.measuredAt} form="day" />
                  </>
                ) : undefined
              }
              value={textOf(key)}
              onChange={(value) => onChange(key, value)}
            />
          )
        })}
      </div>
      <Under indication={indication} textOf={textOf} />
      {indication === 'depression' && (
        <p className={styles.quiet}>
          Staff read the PHQ-9 out or take it on paper. Item 9 is asked under “Safety first”, always.
        </p>
      )}
    </fieldset>
  )
}

/** A baseline too low to fall far enough has no responder answer, and says so before anybody pays for a course. */
function Under({ indication, textOf }: { indication: Indication; textOf: (key: string) => string }) {
  const { painLeastBaseline, depressionLeastBaseline } = usualPolicies.responder
  const leastBaseline = indication === 'pain' ? painLeastBaseline : depressionLeastBaseline
  const text = textOf(indication === 'pain' ? 'painAverage' : 'phq9Total')
  if (!/^\d+$/.test(text) || Number(text) >= Number(leastBaseline)) return null
  return (
    <Notice status="inform" title={`A baseline under ${leastBaseline} has no responder answer.`}>
      <p>It is too low to fall far enough. The course can be given; its result will say “not eligible”, not yes or no.</p>
    </Notice>
  )
}
