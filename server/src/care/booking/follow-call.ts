import { Problem, sayPhone } from '@dripline/clinical'
import { type Ctx, inClinic, inOneStep, staffOf, type Tx } from '../../platform/context.ts'
import { type Compose, promiseMessage } from '../../platform/message.ts'
import { readerFor } from '../../platform/reader.ts'
import { shows } from '../../platform/shown.ts'
import { clinicSettings } from '../clinic/store.ts'
import { callOfAppointment, outcomeOf } from './call-store.ts'
import { followWords } from './letter-words.ts'
import { type LetterBefore, marked, refuseUnread } from './read-before.ts'
import { appointmentOf, callerOf, lockAppointment } from './store.ts'

const KIND = 'call-followed'

/** The letter after a call with its next step, in the language of whoever reads it; null before the call has ended, and where none goes out. */
export const letterAfter = async (
  ctx: Ctx,
  tx: Tx,
  appointmentId: string,
  words: string | null,
): Promise<LetterBefore | null> => {
  const appointment = await appointmentOf(tx, appointmentId)
  const call = await callOfAppointment(tx, appointmentId)
  const outcome = call && (await outcomeOf(tx, call.id))
  if (!appointment || !outcome?.next) return null
  const [caller, clinic] = [await callerOf(tx, appointment.whose), await clinicSettings(tx)]
  const about = { clinic: clinic.name, clinicPhone: clinic.phone ? sayPhone(clinic.phone) : '', name: caller.name, words }
  const letter = followWords(await readerFor(ctx, tx, appointment.whose), { ...about, next: outcome.next })
  return letter && marked({ to: caller.email, ...letter })
}

/** When the letter after a call was asked for, or null. */
export const followedAt = async (tx: Tx, appointmentId: string): Promise<Date | null> => {
  const promised = await tx.db
    .selectFrom('message')
    .where('clinicId', '=', tx.clinicId)
    .where('aboutId', '=', appointmentId)
    .where('kind', '=', KIND)
    .select('createdAt')
    .executeTakeFirst()
  return promised?.createdAt ?? null
}

type FollowCall = { appointmentId: string; words?: string | undefined }

/** The letter after a call as these words would make it; nothing goes out yet. */
export function readFollow(ctx: Ctx, { appointmentId, words }: FollowCall) {
  return inClinic(ctx, 'read-follow', async (tx) => {
    const appointment = await appointmentOf(tx, appointmentId)
    if (!appointment) throw new Problem('not-found', { appointmentId })
    return shows([appointment.personId], { letter: await letterAfter(ctx, tx, appointmentId, words ?? null) })
  })
}

/** Sends the letter after a call, once, exactly as it was read. Problems `letter-sent`, `letter-changed`, `letter-not-offered`. */
export function followCall(ctx: Ctx, { appointmentId, words, seen }: FollowCall & { seen: string }) {
  return inOneStep(ctx, 'follow-call', async (tx) => {
    staffOf(ctx)
    const appointment = await lockAppointment(tx, appointmentId)
    if (!appointment) throw new Problem('not-found', { appointmentId })
    if (await followedAt(tx, appointmentId)) throw new Problem('letter-sent', { appointmentId })
    const letter = await letterAfter(ctx, tx, appointmentId, words ?? null)
    if (letter === null) throw new Problem('letter-not-offered', { appointmentId })
    refuseUnread(letter, seen)
    await promiseMessage(ctx, tx, { kind: KIND, aboutId: appointmentId, dueAt: ctx.now(), words: words ?? null })
    return { appointmentId, personId: appointment.personId }
  })
}

const callFollowed: Compose = async (tx, ctx, aboutId, { words }) => {
  const letter = await letterAfter(ctx, tx, aboutId, words)
  if (letter === null) return null
  const { name: from } = await clinicSettings(tx)
  return { to: letter.to, from, subject: letter.subject, body: letter.body }
}

/** What is said by letter after a call; the clock asks for it when it is due. */
export const callLetters: Readonly<Record<string, Compose>> = { [KIND]: callFollowed }
