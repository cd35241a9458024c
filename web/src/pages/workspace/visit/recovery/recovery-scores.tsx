import { entriesOf, type RecoveryScale, recoveryScores, recoveryTotal } from '@dripline/clinical'
import { useState } from 'react'
import { usePolicies } from '../../../../data/people.ts'
import { useEntry } from '../../../../data/session.ts'
import { Button, Card, FormProblems } from '../../../../ui/index.tsx'
import type { Open } from '../shared/folded.ts'
import styles from '../visit.module.css'

const scales = Object.keys(recoveryScores) as RecoveryScale[]

/** Two recovery scores, item by item; one that is charted low stands in the way, one that is left out does not. */
export const RecoveryScores = (open: Open) => (
  <div className={styles.scales}>
    {scales.map((scale) => (
      <Scale key={scale} {...open} scale={scale} />
    ))}
  </div>
)

function Scale({ visit, session, scale }: Open & { scale: RecoveryScale }) {
  const { title, items, means } = recoveryScores[scale]
  const { aldreteLeast, padssLeast } = usePolicies().discharge
  const least = scale === 'aldrete' ? aldreteLeast : padssLeast
  const last = entriesOf(session, 'recovery-score').findLast((score) => score.scale === scale)
  const [picked, setPicked] = useState<(number | null)[]>(() => items.map(() => null))
  const entry = useEntry(visit.id, () => setPicked(items.map(() => null)))
  const now = items.map((_, i) => picked[i] ?? last?.items[i] ?? null)
  const whole = now.flatMap((value) => (value === null ? [] : [value]))
  const isChanged = picked.some((value) => value !== null)
  const total = last ? `${recoveryTotal(scale, last.items).total} of 10` : 'not scored'
  return (
    <Card title={title} aside={<b>{`${total}, ${means} from ${least}`}</b>}>
      <FormProblems problem={entry.problem} />
      {items.map((item, i) => (
        <fieldset key={item} className={styles.scale}>
          <legend>{item}</legend>
          {[0, 1, 2].map((value) => (
            <button
              key={value}
              type="button"
              aria-label={`${item}: ${value}`}
              aria-pressed={now[i] === value}
              onClick={() => setPicked(picked.map((old, j) => (j === i ? value : old)))}
            >
              {value}
            </button>
          ))}
        </fieldset>
      ))}
      {isChanged && (
        <Button
          kind="second"
          isPending={entry.isSending}
          disabledReason={whole.length === items.length ? undefined : 'All five items are needed.'}
          onClick={() => entry.send({ entry: { kind: 'recovery-score', scale, items: whole } })}
        >
          Save {title}
        </Button>
      )}
    </Card>
  )
}
