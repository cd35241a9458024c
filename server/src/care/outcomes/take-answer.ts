import { Problem } from '@dripline/clinical'
import { type Ctx, inOneStep } from '../../platform/context.ts'
import { linkedRecord } from '../../platform/link.ts'
import { lookOf } from '../../platform/link-mark.ts'
import { holdToAnswer, saveByLink } from './answer-assessment.ts'
import { type Answer, type AnswerSent, needsCrisisWords } from './assessment.ts'
import { heldOf, insertHeld } from './held-store.ts'

export type Taken = { assessmentId: string; personId: string; answer: Answer; isCrisis: boolean; heldId: string | null }
type Sent = AnswerSent & { mark?: string | undefined }

/**
 * Takes what was chosen and sent on the page of a link. From a client that never looked at the page, or that was quicker than a person
 * reads, it is held and asked again: kept, and not charted. A word of danger is taken and told at once, whoever sends it.
 */
export function takeAnswer(ctx: Ctx, { mark, ...sent }: Sent) {
  return inOneStep(ctx, 'answer-check-in', async (tx): Promise<Taken> => {
    const assessment = await holdToAnswer(ctx, tx, linkedRecord(ctx, 'check-in'), sent)
    const look = await lookOf(ctx, tx, mark)
    if (look === 'seen') return { ...(await saveByLink(ctx, tx, assessment, sent)), heldId: null }
    const { id: assessmentId, personId } = assessment
    const isCrisis = needsCrisisWords(sent)
    const { safetyQuestion, ...rest } = sent
    const held = isCrisis ? rest : sent
    const answer = isCrisis ? (await saveByLink(ctx, tx, assessment, { safetyQuestion })).answer : { ...assessment.answer }
    if (Object.keys(held).length === 0) return { assessmentId, personId, answer, isCrisis, heldId: null }
    const heldId = ctx.newId()
    await insertHeld(tx, { id: heldId, assessmentId, personId, body: held, why: look, sentAt: ctx.now() })
    return { assessmentId, personId, answer, isCrisis, heldId }
  })
}

/** The safety answer of whatever was sent, by itself and first: a word of danger from anybody, a plain no only from who has looked at the page. */
export async function takeSafety(
  ctx: Ctx,
  { mark, safetyQuestion }: Pick<Sent, 'mark' | 'safetyQuestion'>,
  save: () => Promise<unknown>,
) {
  const isSeen = safetyQuestion !== 'no' || (await inOneStep(ctx, 'look-at-page', (tx) => lookOf(ctx, tx, mark))) === 'seen'
  if (isSeen) await save()
}

/** The second asking: a person has read what was held and says that it is right. */
export function confirmAnswer(ctx: Ctx, { heldId }: { heldId: string }) {
  return inOneStep(ctx, 'confirm-check-in', async (tx): Promise<Taken> => {
    const assessmentId = linkedRecord(ctx, 'check-in')
    const held = await heldOf(tx, assessmentId)
    if (held?.id !== heldId) throw new Problem('not-found', { heldId })
    const assessment = await holdToAnswer(ctx, tx, assessmentId, held.body)
    return { ...(await saveByLink(ctx, tx, assessment, held.body)), heldId: null }
  })
}
