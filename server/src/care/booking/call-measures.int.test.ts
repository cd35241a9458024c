import { beforeEach, describe, expect, test } from 'vitest'
import { type Ctx, openContext, staffOf } from '../../platform/context.ts'
import { csvOf } from '../../platform/csv.ts'
import { heldClock, type TestClinic, testClinic } from '../../platform/testing.ts'
import { bookCall } from './book-call.ts'
import { exportCallMeasures, measuresHead, readCallMeasures } from './call-measures.ts'
import { cancelCall } from './cancel-appointment.ts'
import { missCall } from './close-appointment.ts'
import { endCall } from './end-call.ts'
import { enterAnswer } from './enter-answer.ts'
import { startCall } from './start-call.ts'

let clinic: TestClinic
let nurse: Ctx
beforeEach(async () => {
  clinic = await testClinic(heldClock('2026-11-23T13:00:00Z'))
  nurse = await clinic.as('nurse', 'P. Larkspur')
})

let people = 0
const book = async (start: string) => {
  people += 1
  const caller = { state: 'VA', zone: 'America/New_York', name: `Caller ${people}`, phone: `+1540555${1000 + people}` }
  return (await bookCall(clinic.visitor, { ...caller, start, email: `caller-${people}@example.test` })).id
}
const byLink = (id: string) =>
  openContext(clinic.ground, {
    clinicId: clinic.clinicId,
    actor: { kind: 'link', id, purpose: 'appointment', recordId: id },
  })

describe('calls by week', () => {
  test('counts each call once by how it stands, who canceled it, and what came of it', async () => {
    const [kept, missed, byCaller, byClinic] = [
      await book('2026-11-23T15:00:00.000Z'),
      await book('2026-11-23T16:00:00.000Z'),
      await book('2026-11-24T15:00:00.000Z'),
      await book('2026-11-24T16:00:00.000Z'),
    ]
    await book('2026-11-23T17:00:00.000Z')
    await book('2026-12-01T15:00:00.000Z')
    await cancelCall(byLink(byCaller), { appointmentId: byCaller })
    await cancelCall(nurse, { appointmentId: byClinic })
    clinic.clock.now = new Date('2026-11-23T15:00:00Z')
    await startCall(nurse, { appointmentId: kept })
    await enterAnswer(nurse, { appointmentId: kept, question: 'safety', answer: 'no' })
    await endCall(nurse, { appointmentId: kept, outcome: 'declined', next: 'may call again' })
    clinic.clock.now = new Date('2026-11-23T18:00:00Z')
    await missCall(nurse, { appointmentId: missed })

    const { weeks } = await readCallMeasures(nurse, { to: '2026-12-02', weeks: 2 })
    expect(weeks).toEqual([
      {
        week: '2026-11-23',
        asked: 6,
        booked: 5,
        kept: 1,
        missed: 1,
        canceledByCaller: 1,
        canceledByClinic: 1,
        canceledByUnknown: 0,
        toCome: 0,
        open: 1,
        noticeHours: 4,
        outcomes: [{ outcome: 'declined', next: 'may call again', count: 1 }],
      },
      expect.objectContaining({ week: '2026-11-30', asked: 0, booked: 1, toCome: 1, outcomes: [] }),
    ])
    for (const { booked, kept: done, missed: not, canceledByCaller, canceledByClinic, canceledByUnknown, toCome, open } of weeks)
      expect(done + not + canceledByCaller + canceledByClinic + canceledByUnknown + toCome + open).toBe(booked)
  })

  test('a week is the clinic’s: a call on Sunday night in UTC is of its Monday there or of the week before', async () => {
    await book('2026-11-30T13:00:00.000Z')
    clinic.clock.now = new Date('2026-11-30T04:30:00Z')
    const { weeks } = await readCallMeasures(nurse, { weeks: 1 })
    expect(weeks).toMatchObject([{ week: '2026-11-23', asked: 1, booked: 0 }])
  })

  test('of one clinician are only theirs, and a file says the same', async () => {
    await book('2026-11-23T15:00:00.000Z')
    const other = await clinic.as('nurse', 'J. Osprey')
    const of = (who: Ctx) => ({ weeks: 1, clinicianId: staffOf(who).id })
    expect((await readCallMeasures(nurse, of(nurse))).weeks).toMatchObject([{ asked: 1, booked: 1 }])
    expect((await readCallMeasures(nurse, of(other))).weeks).toMatchObject([{ asked: 0, booked: 0 }])
    const file = csvOf(measuresHead, await exportCallMeasures(nurse, of(nurse)))
    expect(file).toContain('2026-11-23,1,1,0,0,0,0,0,1,0,2,')
  })
})
