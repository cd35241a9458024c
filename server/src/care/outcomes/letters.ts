import type { Reader } from '@dripline/clinical/words'
import { question, questionAlone, questionSubject } from '@dripline/clinical/words/letter'
import type { Ctx, Tx } from '../../platform/context.ts'
import { makeLink } from '../../platform/link.ts'
import type { Letter } from '../../platform/mail.ts'
import { policiesOf } from '../../platform/policies.ts'
import { readerFor } from '../../platform/reader.ts'
import { greeting } from '../booking/letter-words.ts'
import { callerOf } from '../booking/store.ts'
import { clinicSettings } from '../clinic/store.ts'
import { isAnswered } from './assessment.ts'
import { assessmentOf } from './store.ts'

const DAY_MS = 24 * 3_600_000

/** The letter with the one-tap link; none when it was answered, taken back or is over. It says nothing about health. */
export const checkInLetter = async (tx: Tx, ctx: Ctx, assessmentId: string): Promise<Letter | null> => {
  const assessment = await assessmentOf(tx, assessmentId)
  if (!assessment || assessment.cancelledAt || assessment.closesAt <= ctx.now() || isAnswered(assessment)) return null
  const [{ email, name }, clinic] = [await callerOf(tx, assessment.personId), await clinicSettings(tx)]
  // A link that is opened late still says what became of its question; after this it says only that it has expired.
  const { linkOutlivesDays } = (await policiesOf(tx, ctx.now())).asking
  const until = new Date(assessment.closesAt.getTime() + linkOutlivesDays * DAY_MS)
  const address = await makeLink(ctx, tx, 'check-in', assessmentId, until)
  return { to: email, ...checkInWords(await readerFor(ctx, tx, assessment.personId), { name, clinic: clinic.name, address }) }
}

type Asked = { name: string; clinic: string; address: string }

/** What the letter with the one-tap link says. */
export function checkInWords(to: Reader, { name, clinic, address }: Asked): Pick<Letter, 'subject' | 'body'> {
  const parts = [greeting(to, name), question(to), address, questionAlone(to), clinic]
  return { subject: questionSubject(to, { clinic }), body: `${parts.join('\n\n')}\n` }
}
