import { Problem } from '@dripline/clinical'
import { expect, test } from 'vitest'
import { inTransaction } from '../../platform/database.ts'
import { heldClock, testClinic } from '../../platform/testing.ts'
import { postgresGround } from '../../platform/testing-postgres.ts'
import { acceptOffer } from './accept-offer.ts'
import { holderOf, joinedBy, lettersIn, offersIn, only, openTuesday, strikeList } from './testing.ts'

const clock = heldClock('2026-11-23T14:00:00Z')
const ground = await postgresGround(clock)
const CROWD = 200

const accepting = async (servers: number) => {
  const clinic = await testClinic(clock, ground)
  const nurse = await clinic.as('nurse')
  await openTuesday(clinic)
  await joinedBy(clinic, CROWD)
  await strikeList(clinic)
  const offers = await offersIn(nurse)
  // A second server keeps nothing of what the first one keeps, and waits in no queue of it.
  const others = Array.from({ length: servers - 1 }, () => ({ ...ground, database: { ...ground.database } }))
  const all = [clinic, ...others.map((each) => ({ ...clinic, ground: each }))]
  const tried = await Promise.allSettled(
    offers.map(({ id }, i) => acceptOffer(holderOf(all[i % all.length] ?? clinic, 'offer', id))),
  )
  return { clinic, offers, tried }
}

test.each([1, 2])(
  'of two hundred who accept one time at once, on %i servers, one has it and each other is told once',
  async (servers) => {
    const { clinic, offers, tried } = await accepting(servers)
    expect(offers).toHaveLength(CROWD)
    expect(new Set(offers.map(({ freedTimeId }) => freedTimeId)).size).toBe(1)
    const won = tried.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
    const lost = tried.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
    expect(won).toHaveLength(1)
    expect(won[0]?.start).toBe(only)
    expect(new Set(lost.map((problem) => (problem instanceof Problem ? problem.code : String(problem))))).toEqual(
      new Set(['offer-gone']),
    )
    const booked = await inTransaction(ground.database, clinic.clinicId, ({ db }) =>
      db.selectFrom('appointment').where('clinicId', '=', clinic.clinicId).select(['id', 'state']).execute(),
    )
    expect(booked).toEqual([{ id: won[0]?.appointmentId, state: 'booked' }])

    await strikeList(clinic)
    const sent = await lettersIn(clinic)
    const gone = sent.filter(({ kind }) => kind === 'waiting-gone').map(({ recipient }) => recipient)
    expect(new Set(gone).size).toBe(CROWD - 1)
    expect(gone).toHaveLength(CROWD - 1)
    expect(sent.filter(({ kind }) => kind === 'appointment-told')).toHaveLength(1)
  },
)
