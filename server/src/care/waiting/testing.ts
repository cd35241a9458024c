import { type Ctx, openContext } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database.ts'
import { deedDone } from '../../platform/kept.ts'
import { deliverDue } from '../../platform/message.ts'
import { peek, type TestClinic } from '../../platform/testing.ts'
import { bookingLetters } from '../booking/letters.ts'
import { joinList } from './join-list.ts'
import { waitingLetters } from './letters.ts'
import { offerFreeTimes } from './offer-free-times.ts'
import { offersAround } from './offer-store.ts'

/** The one time at which a clinic of these tests takes calls each week: Tuesday, 10:15 in New York. */
export const only = '2026-11-24T15:15:00.000Z'

/** Opens a clinic for so long on a Tuesday and not else. */
export const openTuesday = async ({ ground, clinicId }: TestClinic, from = '10:15', to = '10:30') => {
  await inTransaction(ground.database, clinicId, ({ db }) =>
    db
      .updateTable('clinic')
      .set({ hours: JSON.stringify({ 2: [[from, to]] }) })
      .where('id', '=', clinicId)
      .execute(),
  )
  deedDone(ground.database, clinicId, 'change-clinic')
}

/** A visitor of their own address. */
export const visitorOf = ({ ground, clinicId }: TestClinic, i: number): Ctx =>
  openContext(ground, { clinicId, actor: { kind: 'visitor', address: `192.0.2.${i % 250}` } })

export const callerOf = (i: number) =>
  ({
    state: 'VA',
    zone: 'America/New_York',
    name: `Caller ${i}`,
    phone: '+15405550142',
    email: `caller-${i}@example.test`,
  }) as const

const WISH = { noticeMinutes: 60, weekdays: [] as number[], part: 'any', days: 7 } as const

/** So many callers join the list, one after another. */
export const joinedBy = async (clinic: TestClinic, count: number, wish: object = {}) => {
  const all = []
  for (let i = 0; i < count; i++)
    all.push(await joinList(visitorOf(clinic, i), { ...WISH, ...callerOf(i), weekdays: [], ...wish }))
  return all
}

/** What the clockwork does of the list and its letters. */
export const strikeList = async ({ ground, clinicId }: TestClinic) => {
  await offerFreeTimes(openContext(ground, { clinicId, actor: { kind: 'system', name: 'waiting-list' } }))
  await deliverDue(ground, { ...bookingLetters, ...waitingLetters }, clinicId)
}

/** Every offer, oldest first. */
export const offersIn = (ctx: Ctx) => peek(ctx, (tx) => offersAround(tx, ctx.now()))

/** Whoever opened the link of an offer or of a place on the list. */
export const holderOf = ({ ground, clinicId }: TestClinic, purpose: 'offer' | 'waiting', recordId: string): Ctx =>
  openContext(ground, { clinicId, actor: { kind: 'link', id: recordId, purpose, recordId } })

/** Every letter that went out, oldest first, as its kind and its recipient. */
export const lettersIn = ({ ground, clinicId }: TestClinic) =>
  inTransaction(ground.database, clinicId, ({ db }) =>
    db
      .selectFrom('message')
      .where('clinicId', '=', clinicId)
      .where('sentAt', 'is not', null)
      .orderBy('sentAt')
      .orderBy('id')
      .select(['kind', 'recipient', 'subject', 'body', 'calendar'])
      .execute(),
  )
