import { Problem } from '@dripline/clinical'
import { sql } from 'kysely'
import { type Ctx, inOneStep, lockInOrder, staffOf, type Tx } from '../../platform/context.ts'
import { makeLink } from '../../platform/link.ts'
import type { Letter } from '../../platform/mail.ts'
import { personOf } from '../people/store.ts'
import { later } from './appointment.ts'

/** Kinds of letters that a person can do without. What is needed (a new time, a cancellation, a place on the staff) has no opt-out. */
export const letterKinds = ['check-ins', 'reminders'] as const
export type LetterKind = (typeof letterKinds)[number]

const purposes = { 'check-ins': 'no-check-ins', reminders: 'no-reminders' } as const satisfies Record<LetterKind, string>
export const kindOfPurpose = (purpose: string): LetterKind | undefined => letterKinds.find((kind) => purposes[kind] === purpose)

const newest = (tx: Tx, personId: string, kind: LetterKind) =>
  tx.db
    .selectFrom('letterChoice')
    .where('clinicId', '=', tx.clinicId)
    .where('kind', '=', kind)
    .where(
      sql<boolean>`person_id in (select id from person where clinic_id = ${tx.clinicId} and (id = ${personId} or merged_into = ${personId}))`,
    )

/** Whether a person, under any of their records, still wants letters of this kind: yes until they said no. */
export const wantsLetters = async (tx: Tx, personId: string, kind: LetterKind): Promise<boolean> => {
  const said = await newest(tx, personId, kind)
    .orderBy('saidAt', 'desc')
    .orderBy('place', 'desc')
    .select('isWanted')
    .executeTakeFirst()
  return said?.isWanted ?? true
}

/** Keeps a person's word on a kind of letters; the same word said again adds nothing. */
export const setLetterChoice = async (ctx: Ctx, tx: Tx, personId: string, kind: LetterKind, isWanted: boolean): Promise<void> => {
  await lockInOrder(tx, [`letters ${personId}`])
  if ((await wantsLetters(tx, personId, kind)) === isWanted) return
  const { place } = await newest(tx, personId, kind)
    .select(sql<number>`coalesce(max(place), 0)::int + 1`.as('place'))
    .executeTakeFirstOrThrow()
  const enteredBy = ctx.actor.kind === 'staff' ? ctx.actor.id : null
  await tx.db
    .insertInto('letterChoice')
    .values({ clinicId: tx.clinicId, id: ctx.newId(), personId, kind, isWanted, saidAt: ctx.now(), enteredBy, place })
    .execute()
}

const YEARS_MINUTES = 3 * 365 * 24 * 60

/** The address and the code by which a letter's reader ends its kind. */
export const letterOptOut = async (
  ctx: Ctx,
  tx: Tx,
  personId: string,
  kind: LetterKind,
): Promise<NonNullable<Letter['optOut']>> => {
  const address = await makeLink(ctx, tx, purposes[kind], personId, later(ctx.now(), YEARS_MINUTES))
  const code = address.split('/').at(-2) ?? ''
  return { url: `${ctx.origin}/unsubscribe/${code}`, code }
}

/** What a person told somebody at the desk about the letters they want. */
export function chooseLetters(ctx: Ctx, { personId, kind, isWanted }: { personId: string; kind: LetterKind; isWanted: boolean }) {
  return inOneStep(ctx, 'choose-letters', async (tx) => {
    staffOf(ctx)
    if (!(await personOf(tx, personId))) throw new Problem('not-found', { personId })
    await setLetterChoice(ctx, tx, personId, kind, isWanted)
    return { personId, kind, isWanted }
  })
}
