import type { Ctx } from '../../platform/context.ts'
import { readRoom } from './read-room.ts'

/** What stands on a locked tablet: each chair where somebody is, how its pump runs, and what is late or past policy; whose it is, not. */
export async function glance(ctx: Ctx) {
  const { now, chairs, rows } = await readRoom(ctx)
  const nameOf = (chairId: string | null) => chairs.find(({ id }) => id === chairId)?.name ?? null
  return {
    now,
    chairs: rows.flatMap(({ chairId, visit }) => {
      if (!visit || visit.state === 'left' || visit.state === 'cancelled') return []
      const { sessionId, state, stateSince, startedAt, rateMlPerHour, due, level, unanswered } = visit
      return [{ chair: nameOf(chairId), sessionId, state, stateSince, startedAt, rateMlPerHour, due, level, unanswered }]
    }),
  }
}
