import type { ProblemError } from '../../../data/api.ts'
import type { Desk } from '../../../data/desk.ts'
import { Button, Row, sayTime } from '../../../ui/index.tsx'
import type { Target } from './carry.ts'

const MOST = 4
type Fresh = { start: string; holderId: string }
const isFresh = (value: unknown): value is Fresh =>
  typeof value === 'object' && value !== null && 'start' in value && 'holderId' in value

type NearestProps = { desk: Desk; problem: ProblemError | null; onTarget: (target: Target) => void }

/** Where somebody was faster: the times next to it that are still free, each a press away. */
export function Nearest({ desk, problem, onTarget }: NearestProps) {
  const fresh = (problem?.fresh ?? []).filter(isFresh).slice(0, MOST)
  if (fresh.length === 0) return null
  return (
    <fieldset>
      <legend>Still free near it</legend>
      <Row>
        {fresh.map(({ start, holderId }) => (
          <Button key={`${holderId} ${start}`} kind="second" onClick={() => onTarget({ placeId: holderId, start })}>
            {sayTime(start, desk.zone, 'day and time')}, {desk.places.find(({ id }) => id === holderId)?.name ?? ''}
          </Button>
        ))}
      </Row>
    </fieldset>
  )
}
