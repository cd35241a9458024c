import type { FaultSaid, SessionState } from '@dripline/clinical'
import type { Ctx, Tx } from '../../platform/context.ts'
import { zoneOf } from '../clinic/store.ts'
import { planUnderWay } from '../planning/plan-under-way.ts'
import { sessionOf } from '../session/store.ts'
import type { Person } from './merge.ts'
import { overlapping, visitIdsOf } from './store.ts'

export type Conflict = Extract<FaultSaid, { code: 'both-open' | 'overlap' | 'two-plans' }> & { href: string }

const OPEN: readonly SessionState[] = ['arrived', 'cleared', 'drawn up', 'checked', 'running', 'paused', 'stopped', 'recovering']

/** What must be cleared before two records can be one: nobody can be in two chairs, or in two courses for one indication. */
export const conflictsOf = async (ctx: Ctx, tx: Tx, kept: Person, merged: Person): Promise<Conflict[]> => {
  const open = [await openVisit(tx, kept.id), await openVisit(tx, merged.id)]
  const plans: Conflict[] = []
  for (const indication of ['pain', 'depression'] as const) {
    const both = [
      await planUnderWay(tx, kept.id, indication, ctx.now()),
      await planUnderWay(tx, merged.id, indication, ctx.now()),
    ]
    if (both.every((plan) => plan !== undefined))
      plans.push({
        code: 'two-plans',
        params: { indication },
        href: `/patients/${merged.id}/plan`,
      })
  }
  const zone = await zoneOf(tx)
  return [
    ...(open[0] && open[1]
      ? [
          {
            code: 'both-open' as const,
            href: `/visits/${open[1]}`,
          },
        ]
      : []),
    ...(await overlapping(tx, kept.id, merged.id)).map(({ at, kind }) => ({
      code: 'overlap' as const,
      params: { kind, at: at.toISOString(), zone },
      href: `/patients/${merged.id}`,
    })),
    ...plans,
  ]
}

const openVisit = async (tx: Tx, personId: string): Promise<string | undefined> => {
  for (const id of await visitIdsOf(tx, personId)) {
    const session = await sessionOf(tx, id)
    if (session && OPEN.includes(session.folded.state)) return id
  }
  return undefined
}
