import { Problem } from '@dripline/clinical'
import type { Ctx, Tx } from '../../platform/context.ts'
import { sha256 } from '../../platform/keys.ts'
import type { Appointment } from './appointment.ts'
import { appointmentWords } from './letter-words.ts'
import { isNews, knownOf, letterAbout } from './letters.ts'

type Written = { to: string; subject: string; body: string }

/** A letter as somebody reads it before it goes, with a mark by which the press that sends it says which one was read. */
export type LetterBefore = Written & { readonly mark: string }

export const marked = ({ to, subject, body }: Written): LetterBefore => ({
  to,
  subject,
  body,
  mark: sha256(JSON.stringify([to, subject, body])),
})

/** Refuses with `letter-changed` a press by somebody who has read another letter than the one that would go now; an empty mark read none. */
export const refuseUnread = (letter: LetterBefore | null, seen: string | undefined): void => {
  if (seen !== undefined && (letter?.mark ?? '') !== seen) throw new Problem('letter-changed')
}

type Times = { start: Date; end: Date }

/** The letter that a move to another time would send, or null where the time stays as it is, or is what they were last told. */
export const letterOfMove = async (
  ctx: Ctx,
  tx: Tx,
  appointment: Appointment,
  { start, end }: Times,
  words: string | null,
): Promise<LetterBefore | null> => {
  if (start.getTime() === appointment.start.getTime()) return null
  const shown = { ...appointment, state: 'booked' as const, start, end, sequence: appointment.sequence + 1 }
  const about = await letterAbout(tx, ctx, shown, { words })
  const told = knownOf(appointment, about.told)
  return told && !isNews(shown, told) ? null : marked({ to: about.to, ...appointmentWords(about.reader, { ...about, told }) })
}

/** The letter that a cancellation would send, or null where nobody was told of the booking yet. */
export const letterOfCancel = async (
  ctx: Ctx,
  tx: Tx,
  appointment: Appointment,
  words: string | null,
): Promise<LetterBefore | null> => {
  const about = await letterAbout(tx, ctx, { ...appointment, state: 'cancelled' }, { words })
  const told = knownOf(appointment, about.told)
  return told && marked({ to: about.to, ...appointmentWords(about.reader, { ...about, told }) })
}
