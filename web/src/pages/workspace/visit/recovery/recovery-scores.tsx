import { entriesOf, type RecoveryScale, recoveryScores, recoveryTotal } from '@dripline/clinical'
import { useState } from 'react'
import { usePolicies } from '../../../../data/people.ts'
import { useEntry } from '../../../../data/session.ts'
import { Button, Card, Columns, FormProblems, NumberKeys } from '../../../../ui/index.tsx'
import type { Open } from '../folded.ts'

/** Two recovery scores, item by item; one that is charted low stands in the way, one that is left out does not. */
export const RecoveryScores = (open: Open) => (
  <Columns kind="halves">
    <Scale {...open} scale="aldrete" />
    <Scale {...open} scale="padss" />
  </Columns>
)

function Scale({ visit, session, scale }: Open & { scale: RecoveryScale }) {
  const { title, items, means } = recoveryScores[scale]
  const { aldreteLeast, padssLeast } = usePolicies().discharge
  const last = entriesOf(session, 'recovery-score').findLast((score) => score.scale === scale)
  const [picked, setPicked] = useState<(number | null)[]>(() => items.map(() => null))
  const entry = useEntry(visit.id, () => setPicked(items.map(() => null)))
  const now = items.map((_, i) => picked[i] ?? last?.items[i] ?? null)
  const whole = now.filter((value) => value !== null)
  const total = last ? `${recoveryTotal(scale, last.items).total} of 10` : 'not scored'
  return (
    <Card title={title} aside={<b>{`${total}, ${means} from ${scale === 'aldrete' ? aldreteLeast : padssLeast}`}</b>}>
      <FormProblems problem={entry.problem} />
      {items.map((item, i) => (
        <NumberKeys key={item} label={item} to={2} value={now[i] ?? null} onPick={(value) => setPicked(picked.with(i, value))} />
      ))}
      {picked.some((value) => value !== null) && (
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
