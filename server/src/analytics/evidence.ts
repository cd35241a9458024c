import { claims, dateOf, outcomesTable } from '@dripline/clinical'
import { claimOn } from '@dripline/clinical/article'
import type { Reader } from '@dripline/clinical/words'
import { approvals, clinicSettings } from '../care/clinic/store.ts'
import { type Ctx, inClinic } from '../platform/context.ts'
import { policiesOf } from '../platform/policies.ts'
import { showsNobody } from '../platform/shown.ts'
import { tallies } from './count-outcomes.ts'

/** What the evidence page shows: every claim of this day, who of this clinic approved it, and the clinic's own result beside it. */
export function seeEvidence(ctx: Ctx, reader: Reader) {
  return inClinic(ctx, 'see-evidence', async (tx) => {
    const { zone } = await clinicSettings(tx)
    const day = dateOf(ctx.now().toISOString(), zone)
    const { responder } = await policiesOf(tx, ctx.now())
    const { rows } = outcomesTable(await tallies(tx, null), responder)
    const own = (['pain', 'depression'] as const).map((indication) => {
      const row = rows.find(({ group }) => group === indication)
      return { indication, least: responder.smallestGroup, result: row?.kind === 'shown' ? resultOf(row.counts) : null }
    })
    const given = await approvals(tx)
    const approved = claims.flatMap(({ id, version }) => {
      const last = given.findLast((each) => each.kind === 'claim' && each.definitionId === id && each.version === version)
      return last ? [{ id, by: last.by, on: dateOf(last.approvedAt.toISOString(), zone) }] : []
    })
    return showsNobody({ claims: claims.flatMap(({ id }) => claimOn(id, { reader, day }) ?? []), own, approved })
  })
}

type Row = Extract<ReturnType<typeof outcomesTable>['rows'][number], { kind: 'shown' }>

const resultOf = ({ responders, counted, missing, ofCounted }: Row['counts']) =>
  ofCounted && { responders, counted, missing, ...ofCounted }
