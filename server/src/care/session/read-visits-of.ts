import { administrationOf, isLate, Problem } from '@dripline/clinical'
import { type Ctx, inClinic, type Tx } from '../../platform/context.ts'
import { shows } from '../../platform/shown.ts'
import { appointmentOf } from '../booking/store.ts'
import { chairs, zoneOf } from '../clinic/store.ts'
import { personOf } from '../people/store.ts'
import { isForPump } from '../planning/store.ts'
import { orderFollowed } from './append-event.ts'
import { nowIn } from './now-in.ts'
import type { Session } from './session.ts'
import { namesOf, visitsOf } from './store.ts'

const PAGE = 20

/** Every visit of a person, newest first, twenty a page; `before` is the place where the last page ended. */
export function readVisitsOf(ctx: Ctx, personId: string, before: string | null) {
  return inClinic(ctx, 'read-visits-of', async (tx) => {
    const person = await personOf(tx, personId)
    if (!person) throw new Problem('not-found', { personId })
    const found = await visitsOf(tx, personId, before === null ? null : new Date(before), PAGE + 1)
    const page = found.slice(0, PAGE)
    const inPlace = new Map((await chairs(tx)).map(({ id, name }) => [id, name]))
    const names = await namesOf(
      tx,
      page.flatMap(({ folded }) => folded.responsible?.by ?? []),
    )
    const visits = []
    for (const visit of page) visits.push(await rowOf(tx, visit, inPlace.get(visit.chairId) ?? '', names, nowIn(ctx, visit)))
    const { name, dateOfBirth, sex, acceptedAt } = person
    return shows([personId], {
      person: { personId, name, dateOfBirth, sex, acceptedAt: acceptedAt?.toISOString() ?? null },
      zone: await zoneOf(tx),
      now: ctx.now().toISOString(),
      visits,
      next: found.length > PAGE ? (page.at(-1)?.createdAt.toISOString() ?? null) : null,
    })
  })
}

async function rowOf(tx: Tx, visit: Session & { createdAt: Date }, chair: string, names: Record<string, string>, now: string) {
  const { id, folded, appointmentId, createdAt } = visit
  const order = await orderFollowed(tx, visit)
  const booked = await appointmentOf(tx, appointmentId)
  const corrected = folded.entries.filter(({ earlier }) => earlier.length > 0).length
  return {
    sessionId: id,
    at: folded.startedAt ?? booked?.start.toISOString() ?? createdAt.toISOString(),
    state: folded.state,
    indication: order?.indication ?? null,
    number: order?.number ?? null,
    of: order?.of ?? null,
    startedAt: folded.startedAt,
    stoppedAt: folded.stoppedAt,
    gives: folded.gives,
    given: administrationOf(folded.gives.by)?.given(folded, folded.stoppedAt ?? now) ?? null,
    orderedMg: order && isForPump(order) ? order.doseMg : null,
    chair,
    nurse: folded.responsible ? (names[folded.responsible.by] ?? null) : null,
    corrected,
    takenBack: folded.struck.filter(({ kind }) => kind === 'amended').length,
    late: folded.entries.filter(({ event, earlier }) => isLate(earlier[0] ?? event)).length,
  }
}
