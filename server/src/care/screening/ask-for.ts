import { Problem, requestOn } from '@dripline/clinical'
import { type Ctx, inOneStep, staffOf } from '../../platform/context.ts'
import { insertRequest, requestsOf, screeningOf } from './store.ts'

/** Asks for what would clear a finding of one screening, once: who asks again is told of the first time. */
export function askFor(ctx: Ctx, { screeningId, rule }: { screeningId: string; rule: string }) {
  return inOneStep(ctx, 'ask-for', async (tx) => {
    const { id: by } = staffOf(ctx)
    const screening = await screeningOf(tx, screeningId)
    if (!screening) throw new Problem('not-found', { screeningId })
    const finding = screening.findings.find((each) => each.rule === rule)
    const what = finding ? requestOn(finding) : null
    if (what === null)
      throw new Problem('not-valid', {}, [{ field: 'rule', code: 'finding-for-which-something-can-be', value: rule }])
    const { personId } = screening
    const before = (await requestsOf(tx, [screeningId])).find((each) => each.rule === rule)
    if (before) return { requestId: before.id, screeningId, personId }
    const requestId = ctx.newId()
    await insertRequest(ctx, tx, { id: requestId, screeningId, rule, what, askedBy: by })
    return { requestId, screeningId, personId }
  })
}
