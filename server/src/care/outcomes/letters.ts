import type { Ctx, Tx } from '../../platform/context.ts'
import { makeLink } from '../../platform/link.ts'
import type { Letter } from '../../platform/mail.ts'
import { callerOf, clinicOf } from '../booking/store.ts'
import { assessmentOf } from './store.ts'

/** The letter with the one-tap link; none when it was answered, taken back or is over. It says nothing about health. */
export const checkInLetter = async (tx: Tx, ctx: Ctx, assessmentId: string): Promise<Letter | null> => {
  const assessment = await assessmentOf(tx, assessmentId)
  if (!assessment || assessment.answer || assessment.cancelledAt || assessment.closesAt <= ctx.now()) return null
  const [{ email, name }, clinic] = [await callerOf(tx, assessment.personId), await clinicOf(tx)]
  const address = await makeLink(ctx, tx, 'check-in', assessmentId, assessment.closesAt)
  return {
    to: email,
    subject: `A short question from ${clinic.name}`,
    body: `Hello ${name},\n\nwe have a short question for you. It takes two taps and no account:\n\n${address}\n\nThe link works for you alone, so please do not pass it on. On the same page you can say that you want no more questions.\n\n${clinic.name}`,
  }
}
