import { foldSession } from '@dripline/clinical'
import { beforeEach, describe, expect, test } from 'vitest'
import { peek, type TestClinic, testClinic } from '../../platform/testing.ts'
import { chartOf } from '../screening/chart-of.ts'
import { answerOffer } from './answer-offer.ts'
import { arrive } from './arrive.ts'
import { changeRate } from './change-rate.ts'
import { chartEntry } from './chart-entry.ts'
import { checkIn } from './check-in.ts'
import { drawUp } from './draw-up.ts'
import { readVisit } from './read-visit.ts'
import { startInfusion } from './start-infusion.ts'
import { stopInfusion } from './stop-infusion.ts'
import { takeBackEntry, takeBackVisit } from './take-back.ts'
import { drawUpOf, patientReady, signs, visitCleared, visitRunning, wasted, wellToday } from './testing.ts'

let clinic: TestClinic
beforeEach(async () => {
  clinic = await testClinic()
})

const reason = 'written on the wrong person'
const pressure = { kind: 'vitals', ...signs, systolic: 171 } as const

/** Two people in two chairs, and a pressure of the second that was written on the first. */
const mixedUp = async () => {
  const wrong = await visitRunning(clinic, { indication: 'pain', name: 'Clover Samplett' })
  const right = await visitRunning(clinic, { indication: 'pain', name: 'Hazel Standin' })
  clinic.clock.forward(5)
  const at = clinic.clock.now.toISOString()
  const { eventIds } = await chartEntry(wrong.nurse, { sessionId: wrong.sessionId, entry: pressure })
  clinic.clock.forward(12)
  return { wrong, right, at, eventId: eventIds[0] ?? '' }
}

const trail = async () => (await clinic.trail()).map(({ verb, patients }) => ({ verb, patients }))

const visitOf = async ({ nurse, sessionId }: { nurse: Parameters<typeof readVisit>[0]; sessionId: string }) => {
  const visit = await readVisit(nurse, sessionId)
  return { visit, folded: foldSession(visit.events) }
}

describe('an entry on the wrong person', () => {
  test('is struck with its reason and readable there, and charted for the right one under its true time, marked late', async () => {
    const { wrong, right, at, eventId } = await mixedUp()
    await takeBackEntry(wrong.nurse, { sessionId: wrong.sessionId, eventId, reason, chairId: right.chairId })

    const there = await visitOf(wrong)
    expect(there.folded.entries.some(({ event }) => event.kind === 'vitals')).toBe(false)
    expect(there.folded.struck).toMatchObject([
      { kind: 'vitals', systolic: 171 },
      { kind: 'amended', because: 'wrong person', amends: { reason } },
    ])
    expect(JSON.stringify(there.visit)).not.toContain('Hazel')

    const [offer] = (await visitOf(right)).visit.offers
    expect(offer).toMatchObject({ at, said: pressure })
    await answerOffer(right.nurse, { sessionId: right.sessionId, offerId: offer?.id ?? '', isTheirs: true })
    const here = await visitOf(right)
    expect(here.folded.entries.at(-1)).toMatchObject({ isLate: true, event: { at, systolic: 171 } })
    expect(here.visit.offers).toEqual([])
    expect(JSON.stringify(here.visit)).not.toContain('Clover')
    const lines = await trail()
    expect(lines).toContainEqual({ verb: 'take-back-entry', patients: [wrong.personId] })
    expect(lines).toContainEqual({ verb: 'answer-offer', patients: [right.personId] })
  })

  test('is offered once: charted by one, it is nobody else’s, and who says no is not asked again', async () => {
    const { wrong, right, eventId } = await mixedUp()
    const other = await visitRunning(clinic, { indication: 'pain', name: 'Fern Pretender' })
    clinic.clock.forward(1)
    const late = await chartEntry(wrong.nurse, { sessionId: wrong.sessionId, entry: pressure })
    for (const id of [eventId, late.eventIds[0] ?? ''])
      await takeBackEntry(wrong.nurse, { sessionId: wrong.sessionId, eventId: id, reason, chairId: null })
    const [first, second] = (await visitOf(right)).visit.offers
    // The third patient came after the first of the two.
    expect((await visitOf(other)).visit.offers.map(({ id }) => id)).toEqual([second?.id])
    await answerOffer(right.nurse, { sessionId: right.sessionId, offerId: second?.id ?? '', isTheirs: true })
    await answerOffer(right.nurse, { sessionId: right.sessionId, offerId: first?.id ?? '', isTheirs: false })
    for (const each of [right, other]) expect((await visitOf(each)).visit.offers).toEqual([])
    const again = answerOffer(other.nurse, { sessionId: other.sessionId, offerId: second?.id ?? '', isTheirs: true })
    await expect(again).rejects.toMatchObject({ code: 'not-found' })
  })

  test('that later entries rest on, or that the drug book holds, is refused with what holds it', async () => {
    const { nurse, sessionId } = await visitRunning(clinic, { indication: 'pain' })
    const { events } = await readVisit(nurse, sessionId)
    const back = (kind: string) =>
      takeBackEntry(nurse, { sessionId, eventId: events.find((e) => e.kind === kind)?.id ?? '', reason, chairId: null })
    await expect(back('drawn-up')).rejects.toMatchObject({ code: 'book-holds' })
    await expect(back('checked-in')).rejects.toMatchObject({ code: 'entry-held' })
    const held = await back('checked-in').catch((error: { faults: { field: string }[] }) => error.faults)
    expect(held).toContainEqual({ field: 'drawn-up', code: 'to-be-struck-first' })
    await expect(back('booked')).rejects.toMatchObject({ code: 'wrong-state' })
  })

  test('a stop at the wrong chair is taken back, and the pump can be stopped again later', async () => {
    const { nurse, sessionId } = await visitRunning(clinic, { indication: 'pain' })
    clinic.clock.forward(30)
    const { eventIds } = await stopInfusion(nurse, { sessionId, reason: 'dose complete' })
    await takeBackEntry(nurse, { sessionId, eventId: eventIds[0] ?? '', reason, chairId: null })
    expect((await readVisit(nurse, sessionId)).state).toBe('running')
    clinic.clock.forward(30)
    await stopInfusion(nurse, { sessionId, reason: 'dose complete' })
    expect((await readVisit(nurse, sessionId)).state).toBe('stopped')
  })
})

describe('a visit opened for the wrong person', () => {
  test('stands as booked again; what was asked there is no longer read by any rule, and the right day can begin', async () => {
    const ready = await patientReady(clinic, { indication: 'pain' })
    const { nurse, personId } = ready
    const before = await peek(nurse, (tx) => chartOf(tx, personId))
    const { sessionId } = await arrive(nurse, { appointmentId: ready.appointmentIds[0] ?? '' })
    clinic.clock.forward(2)
    await checkIn(nurse, { sessionId, ...wellToday({ vitals: { ...signs, systolic: 133 }, weightKg: '72.5' }) })
    clinic.clock.forward(1)
    await takeBackVisit(nurse, { sessionId, reason: 'another patient sat here', chairId: null })

    const { visit, folded } = await visitOf({ nurse, sessionId })
    expect(visit.state).toBe('booked')
    expect(folded.struck.filter(({ kind }) => kind === 'checked-in')).toHaveLength(1)
    expect(await peek(nurse, (tx) => chartOf(tx, personId))).toEqual(before)

    clinic.clock.forward(5)
    expect(await arrive(nurse, { appointmentId: ready.appointmentIds[0] ?? '' })).toMatchObject({ sessionId })
    await checkIn(nurse, { sessionId, ...wellToday() })
    await drawUp(nurse, await drawUpOf({ ...ready, indication: 'pain' }, sessionId))
    await startInfusion(nurse, { sessionId })
    expect((await readVisit(nurse, sessionId)).state).toBe('running')
  })

  test('with a dose drawn up it is refused: the drug book’s lines stay', async () => {
    const ready = await visitCleared(clinic, { indication: 'pain' })
    await drawUp(ready.nurse, await drawUpOf(ready, ready.sessionId))
    const back = takeBackVisit(ready.nurse, { sessionId: ready.sessionId, reason, chairId: null })
    await expect(back).rejects.toMatchObject({ code: 'book-holds' })
  })
})

test('what the pump did is not taken back once the waste has closed the drug book', async () => {
  const visit = await visitRunning(clinic, { indication: 'pain' })
  const { nurse, sessionId } = visit
  clinic.clock.forward(5)
  const { eventIds } = await changeRate(nurse, { sessionId, rateMlPerHour: '20', reason: 'dizzy' })
  clinic.clock.forward(15)
  await stopInfusion(nurse, { sessionId, reason: 'asks', totalMl: '7.08' })
  await wasted(visit, sessionId, '92.92')
  const again = { sessionId, eventId: eventIds[0] ?? '', reason, chairId: null }
  await expect(takeBackEntry(nurse, again)).rejects.toMatchObject({ code: 'book-settled' })
})
