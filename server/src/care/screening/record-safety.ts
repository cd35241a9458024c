import { isUnsafe, Problem, type SafetyAnswers } from '@dripline/clinical'
import { type Ctx, inOneStep } from '../../platform/context.ts'
import { personOf } from '../people/store.ts'
import { recordAnswers } from './record-answers.ts'

export type RecordSafety = {
  personId: string
  source: 'form' | 'check-in' | 'follow-up'
  answers: SafetyAnswers
  /** When it was said, if that was before now. */
  at?: Date
}

/**
 * Saves safety answers by themselves, in a step of their own, and raises the alert of any that is not a clear no. Nothing else
 * of the form they stand on is looked at, so nothing else of it can lose them.
 */
export function recordSafety(ctx: Ctx, { personId, source, answers, at = ctx.now() }: RecordSafety) {
  return inOneStep(ctx, 'record-safety-answer', async (tx) => {
    const person = await personOf(tx, personId)
    if (!person) throw new Problem('not-found', { personId })
    const about = person.mergedInto ?? personId
    await recordAnswers(ctx, tx, about, source, answers, at)
    return { personId: about, isUnsafe: isUnsafe(answers), savedAt: ctx.now().toISOString() }
  })
}
