import { addDays, dateOf, type Responder } from '@dripline/clinical'
import { Temporal } from 'temporal-polyfill'
import { type Ctx, inClinic, inOneStep, type Tx } from '../../platform/context.ts'
import { showsNobody } from '../../platform/shown.ts'
import type { CourseOf } from './course.ts'
import { type OutcomeFacts, outcomeFacts } from './outcome-facts.ts'
import { outcomeOf } from './outcome-of.ts'
import { behind, holdMarks, marksBehind, type OutcomeRow, putOutcomes } from './outcome-rows.ts'

const [BATCH, DAY_MS] = [1000, 86_400_000]

/** Makes every kept row anew whose facts have changed, a thousand people a step; gives of how many people. */
export async function renewAll(ctx: Ctx): Promise<number> {
  let all = 0
  for (;;) {
    const { people } = await inClinic(ctx, 'find-outcomes-behind', async (tx) => showsNobody(await behind(tx, ctx.now())))
    if (people === 0) return all
    const { renewed } = await renewOutcomes(ctx, BATCH)
    all += renewed
    // Whoever is left is being written at this moment: the next minute's turn.
    if (renewed === 0 || people <= BATCH) return all
  }
}

/** Makes the rows of at most so many people anew by the pure rules; nothing is locked while the facts are read. */
export function renewOutcomes(ctx: Ctx, most: number): Promise<{ renewed: number }> {
  return inOneStep(ctx, 'renew-outcomes', async (tx) => {
    const marks = await marksBehind(tx, ctx.now(), most)
    if (marks.size === 0) return { renewed: 0 }
    const made = await outcomesAnew(tx, [...marks.keys()], ctx.now())
    const held = await holdMarks(tx, marks)
    const untilOf = Map.groupBy(made, ({ row }) => row.patientId)
    await putOutcomes(
      tx,
      made.filter(({ row }) => held.has(row.patientId)).map(({ row }) => row),
      [...held].map((patientId) => ({ patientId, until: earliest((untilOf.get(patientId) ?? []).map(({ until }) => until)) })),
      ctx.now(),
    )
    return { renewed: held.size }
  })
}

/** What the kept rows of these people would say if they were made at this instant, and until when time leaves them so. */
export const outcomesAnew = async (
  tx: Tx,
  people: readonly string[],
  at: Date,
): Promise<{ row: OutcomeRow; until: string | null }[]> =>
  (await outcomeFacts(tx, people, at)).map((facts) => asRow(facts, at.toISOString()))

const asRow = ({ course, said, besides, due, answered, nextDue, firstCall }: OutcomeFacts, now: string) => {
  const { planId, personId, indication, dayZero, given, firstSession } = course
  const firstStartedAt = given[0]?.startedAt ?? null
  const row: OutcomeRow = {
    planId,
    patientId: personId,
    indication,
    firstSession: given.length > 0 ? firstSession : null,
    firstStartedAt,
    dayZero,
    responder: asCounted(course, outcomeOf(course, said, besides, now), now),
    due,
    answered,
    waitedDays: firstStartedAt && firstCall ? Math.floor((Date.parse(firstStartedAt) - firstCall.getTime()) / DAY_MS) : null,
  }
  return { row, until: earliest([nextDue, windowPast(course, now)]) }
}

const earliest = (instants: readonly (string | null)[]): string | null =>
  instants.filter((each) => each !== null).toSorted()[0] ?? null

type Timed = Pick<CourseOf, 'dayZero' | 'zone' | 'policies'>

// The first instant of the day after the window, while it is still to come.
const windowPast = ({ dayZero, zone, policies }: Timed, now: string): string | null => {
  if (dayZero === null) return null
  const past = new Date(
    Temporal.PlainDate.from(addDays(dayZero, policies.responder.windowTo + 1)).toZonedDateTime(zone).epochMilliseconds,
  ).toISOString()
  return past > now ? past : null
}

// Everybody waits for the end of the window, answered or not: who answers early is not counted before who does not answer.
const asCounted = ({ dayZero, zone, policies }: Timed, responder: Responder, now: string): Responder => {
  const until = dayZero && addDays(dayZero, policies.responder.windowTo)
  const isPast = until !== null && dateOf(now, zone) > until
  return isPast ? responder : { kind: 'not yet', until, read: responder.read }
}
