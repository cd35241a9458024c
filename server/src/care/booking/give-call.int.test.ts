import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { type Ctx, staffOf } from '../../platform/context.ts'
import { heldClock, peek, type TestClinic, testClinic } from '../../platform/testing.ts'
import { bookCall } from './book-call.ts'
import { callPage } from './call-page.ts'
import { endCall } from './end-call.ts'
import { enterAnswer } from './enter-answer.ts'
import { giveCall, keepCall } from './give-call.ts'
import { moveAppointment } from './move-appointment.ts'
import { startCall, takeBackCall } from './start-call.ts'
import { takeCall } from './take-call.ts'

let clinic: TestClinic
let nurse: Ctx
let second: Ctx
let appointmentId: string

beforeEach(async () => {
  clinic = await testClinic(heldClock('2026-11-24T14:00:00Z'))
  nurse = await clinic.as('nurse', 'P. Larkspur')
  second = await clinic.as('nurse', 'J. Osprey')
  const { id } = await bookCall(clinic.visitor, {
    state: 'VA',
    start: '2026-11-24T15:15:00.000Z',
    zone: 'America/New_York',
    name: 'Robin Madeupname',
    phone: '+15405550142',
    email: 'robin@example.test',
  })
  appointmentId = id
  clinic.clock.now = new Date('2026-11-24T15:15:00Z')
})

const idOf = (who: Ctx) => staffOf(who).id
const start = (who = nurse) => startCall(who, { appointmentId })
const give = (to: Ctx, by = nurse, note?: string) => giveCall(by, { appointmentId, to: idOf(to), note })
const take = (who: Ctx, from = nurse) => takeCall(who, { appointmentId, from: idOf(from) })
const says = (who: Ctx) => enterAnswer(who, { appointmentId, question: 'safety', answer: 'no' })
const ends = (who: Ctx) => endCall(who, { appointmentId, outcome: 'declined', next: 'nothing further' })

/** Somebody who may not speak with this caller, and why. */
const others: Record<string, () => Promise<Ctx>> = {
  'is licensed in another state': async () => {
    const who = await clinic.as('nurse', 'N. Carolina')
    await peek(who, ({ db }) => db.updateTable('staffLicense').set({ state: 'NC' }).where('staffId', '=', idOf(who)).execute())
    return who
  },
  'whose license ended yesterday': async () => {
    const who = await clinic.as('nurse', 'L. Ended')
    const validUntil = sql<string>`'2026-11-23'`
    await peek(who, ({ db }) => db.updateTable('staffLicense').set({ validUntil }).where('staffId', '=', idOf(who)).execute())
    return who
  },
  'whose license was taken back': async () => {
    const who = await clinic.as('nurse', 'L. Back')
    await peek(who, ({ db }) =>
      db.updateTable('staffLicense').set({ endedAt: clinic.clock.now }).where('staffId', '=', idOf(who)).execute(),
    )
    return who
  },
  'takes no calls': async () => {
    const who = await clinic.as('prescriber', 'N. Calls')
    await peek(who, ({ db }) => db.updateTable('staff').set({ takesCalls: false }).where('id', '=', idOf(who)).execute())
    return who
  },
}

describe.each(Object.keys(others))('whoever %s', (why) => {
  let other: Ctx
  beforeEach(async () => {
    other = await (others[why] ?? (() => clinic.as('nurse')))()
  })

  test('is given no call, takes none, begins none, and no call moves to them', async () => {
    await expect(start(other)).rejects.toMatchObject({ code: 'no-right' })
    const move = { appointmentId, start: '2026-11-24T16:00:00.000Z', clinicianId: idOf(other) }
    await expect(moveAppointment(nurse, move)).rejects.toMatchObject({
      code: expect.stringMatching(/not-valid|appointment-over/),
    })
    await start()
    await expect(give(other)).rejects.toMatchObject({ code: 'not-valid', faults: [{ field: 'to' }] })
    await expect(take(other)).rejects.toMatchObject({ code: 'no-right' })
    await expect(says(other)).rejects.toMatchObject({ code: 'call-of-another' })
    await expect(ends(other)).rejects.toMatchObject({ code: 'call-of-another' })
    const { speakers, maySpeak } = await callPage(nurse, { appointmentId })
    expect(speakers).toMatchObject({ by: idOf(nurse), offer: null })
    expect(maySpeak.map(({ id }) => id)).not.toContain(idOf(other))
  })
})

describe('a call that is handed over', () => {
  test('stays with who gives it until it is taken; then only the colleague writes and ends it', async () => {
    await start()
    clinic.clock.forward(3)
    await give(second, nurse, 'wants to hear of cost')
    await says(nurse)
    expect((await callPage(second, { appointmentId })).speakers).toMatchObject({
      name: 'P. Larkspur',
      offer: { to: idOf(second), name: 'J. Osprey', note: 'wants to hear of cost' },
    })
    clinic.clock.forward(1)
    await take(second)
    await expect(says(nurse)).rejects.toMatchObject({ code: 'call-of-another' })
    await expect(ends(nurse)).rejects.toMatchObject({ code: 'call-of-another' })
    clinic.clock.forward(5)
    await ends(second)
    const { speakers } = await callPage(nurse, { appointmentId })
    expect(speakers?.spoke).toEqual([
      { by: idOf(nurse), name: 'P. Larkspur', from: '2026-11-24T15:15:00.000Z', until: '2026-11-24T15:19:00.000Z' },
      { by: idOf(second), name: 'J. Osprey', from: '2026-11-24T15:19:00.000Z', until: '2026-11-24T15:24:00.000Z' },
    ])
  })

  test('is kept again by whoever offered it', async () => {
    await start()
    await give(second)
    await expect(keepCall(second, { appointmentId })).rejects.toMatchObject({ code: 'call-of-another' })
    await keepCall(nurse, { appointmentId })
    await keepCall(nurse, { appointmentId })
    expect((await callPage(nurse, { appointmentId })).speakers).toMatchObject({ by: idOf(nurse), offer: null })
  })

  test('is offered by nobody but who has it, and to nobody but a colleague', async () => {
    await start()
    await expect(give(second, second)).rejects.toMatchObject({ code: 'call-of-another' })
    await expect(give(nurse)).rejects.toMatchObject({ faults: [{ field: 'to' }] })
    await expect(giveCall(nurse, { appointmentId, to: nurse.newId() })).rejects.toMatchObject({ faults: [{ field: 'to' }] })
  })

  test('is taken without an offer where whoever had it has gone, and not by who saw an older page', async () => {
    const third = await clinic.as('prescriber', 'A. Thistlewood')
    await start()
    await take(second)
    await expect(take(third)).rejects.toMatchObject({ code: 'call-of-another' })
    await take(third, second)
    expect((await callPage(third, { appointmentId })).speakers?.name).toBe('A. Thistlewood')
  })

  test('is no call that was begun by mistake any more, and cannot be given after its end', async () => {
    await start()
    await take(second)
    await expect(takeBackCall(second, { appointmentId })).rejects.toMatchObject({ code: 'call-written' })
    await says(second)
    await ends(second)
    await expect(give(nurse, second)).rejects.toMatchObject({ code: 'call-over' })
    await expect(take(nurse, second)).rejects.toMatchObject({ code: 'call-over' })
  })

  test('a license that ends between the offer and the taking is asked for at the taking', async () => {
    await start()
    await give(second)
    await peek(second, ({ db }) =>
      db.updateTable('staffLicense').set({ endedAt: clinic.clock.now }).where('staffId', '=', idOf(second)).execute(),
    )
    await expect(take(second)).rejects.toMatchObject({ code: 'no-right', faults: [{ code: 'takes-calls-licensed-in' }] })
  })
})
