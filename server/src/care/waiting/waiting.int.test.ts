import { beforeEach, describe, expect, test } from 'vitest'
import { type Ctx, openContext } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database.ts'
import { heldClock, type TestClinic, testClinic } from '../../platform/testing.ts'
import { bookCall } from '../booking/book-call.ts'
import { bookForPerson } from '../booking/book-for-person.ts'
import { cancelCall } from '../booking/cancel-appointment.ts'
import { holdTime, releaseTime } from '../booking/hold-time.ts'
import { moveAppointment } from '../booking/move-appointment.ts'
import { reopenDay } from '../clinic/reopen-day.ts'
import { setPolicyValue } from '../clinic/set-policy-value.ts'
import { closeDay } from '../session/closing/close-day.ts'
import { acceptOffer, declineOffer } from './accept-offer.ts'
import { leaveList } from './leave-list.ts'
import { callerOf, holderOf, joinedBy, lettersIn, offersIn, only, openTuesday, strikeList, visitorOf } from './testing.ts'

let clinic: TestClinic
let nurse: Ctx
beforeEach(async () => {
  clinic = await testClinic(heldClock('2026-11-23T14:00:00Z'))
  nurse = await clinic.as('nurse')
  await openTuesday(clinic)
})

const first = 900
const booked = () => bookCall(visitorOf(clinic, first), { ...callerOf(first), start: only })
const kinds = async () => (await lettersIn(clinic)).map(({ kind, recipient }) => `${kind} ${recipient?.split('@')[0]}`)
const offered = async () => (await offersIn(nurse)).map(({ start }) => start.toISOString())
const accept = async (i = 0) => acceptOffer(holderOf(clinic, 'offer', (await offersIn(nurse))[i]?.id ?? ''))

describe('a time that is free again is offered, whatever door it comes back by', () => {
  const waitFor = async (free: () => Promise<unknown>) => {
    await joinedBy(clinic, 1)
    await strikeList(clinic)
    expect(await offered()).toEqual([])
    await free()
    await strikeList(clinic)
    expect(await offered()).toEqual([only])
  }
  test('canceled by the caller’s own link', async () => {
    const call = await booked()
    const link = openContext(clinic.ground, {
      clinicId: clinic.clinicId,
      actor: { kind: 'link', id: call.id, purpose: 'appointment', recordId: call.id },
    })
    await waitFor(() => cancelCall(link, { appointmentId: call.id }))
  })
  test('canceled at the desk', async () => {
    const call = await booked()
    await waitFor(() => cancelCall(nurse, { appointmentId: call.id }))
  })
  test('moved away', async () => {
    const call = await booked()
    await waitFor(() => moveAppointment(nurse, { appointmentId: call.id, start: '2026-12-01T15:15:00.000Z' }))
  })
  const heldForAnother = async () => {
    const call = await bookCall(visitorOf(clinic, first), { ...callerOf(first), start: '2026-12-01T15:15:00.000Z' })
    await holdTime(nurse, { appointmentId: call.id, start: only })
    return call
  }
  test('a hold that was let go', async () => {
    const call = await heldForAnother()
    await waitFor(() => releaseTime(nurse, { appointmentId: call.id }))
  })
  test('a hold that ended by itself', async () => {
    await heldForAnother()
    await waitFor(async () => clinic.clock.forward(6))
  })
  test('a closed day that is opened again', async () => {
    const owner = await clinic.as('owner')
    await closeDay(owner, { onDate: '2026-11-24', reason: 'snow' })
    const { closureId } = await closureIn()
    await waitFor(() => reopenDay(owner, { closureId }))
  })
  test('longer hours', async () => {
    await openTuesday(clinic, '08:00', '08:01')
    await waitFor(() => openTuesday(clinic))
  })
})

const closureIn = async () => {
  const rows = await inTransaction(clinic.ground.database, clinic.clinicId, ({ db }) =>
    db.selectFrom('closure').where('clinicId', '=', clinic.clinicId).select('id').execute(),
  )
  return { closureId: rows[0]?.id ?? '' }
}

describe('the first to accept', () => {
  test('has it, with the letter, the calendar file and the reminders of any booking; the other hears once and stays on the list', async () => {
    await joinedBy(clinic, 2)
    await strikeList(clinic)
    expect(await kinds()).toEqual([
      'waiting-joined caller-0',
      'waiting-joined caller-1',
      'waiting-offer caller-0',
      'waiting-offer caller-1',
    ])
    const { appointmentId } = await accept(1)
    await strikeList(clinic)
    expect((await kinds()).slice(4).sort()).toEqual(['appointment-told caller-1', 'waiting-gone caller-0'])
    const told = (await lettersIn(clinic)).find(({ kind }) => kind === 'appointment-told')
    expect(told?.calendar).toContain(`UID:${appointmentId}@dripline`)
    expect(told?.calendar).toContain('METHOD:REQUEST')
    await cancelCall(nurse, { appointmentId })
    await strikeList(clinic)
    expect((await kinds()).at(-1)).toBe('waiting-offer caller-0')
  })

  test('pressed twice has it once', async () => {
    await joinedBy(clinic, 1)
    await strikeList(clinic)
    expect(await accept()).toEqual(await accept())
    await strikeList(clinic)
    expect((await kinds()).filter((kind) => kind.startsWith('appointment-told'))).toHaveLength(1)
  })

  test('comes too late where somebody booked it on the page; both are told what is so', async () => {
    await joinedBy(clinic, 1)
    await strikeList(clinic)
    await booked()
    await expect(accept()).rejects.toMatchObject({ code: 'offer-gone' })
    await strikeList(clinic)
    expect(await kinds()).toContain('waiting-gone caller-0')
  })

  test('moves the call they had, which stays one entry in their calendar; only an earlier time is offered', async () => {
    await openTuesday(clinic, '10:15', '10:45')
    const [waiting] = await joinedBy(clinic, 1)
    const holder = visitorOf(clinic, 5)
    const full = [
      await bookCall(holder, { ...callerOf(5), start: only }),
      await bookCall(holder, { ...callerOf(6), start: '2026-11-24T15:30:00.000Z' }),
    ]
    await strikeList(clinic)
    expect(await offered()).toEqual([])
    const late = await bookForPerson(nurse, {
      personId: waiting?.personId ?? '',
      kind: 'call',
      start: '2026-12-01T15:15:00.000Z',
    })
    await cancelCall(nurse, { appointmentId: full[1]?.id ?? '' })
    await strikeList(clinic)
    expect(await offered()).toEqual(['2026-11-24T15:30:00.000Z'])
    clinic.clock.forward(1)
    expect(await accept()).toMatchObject({ appointmentId: late.id })
    await strikeList(clinic)
    const told = (await lettersIn(clinic)).filter(
      ({ kind, recipient }) => kind === 'appointment-told' && recipient?.startsWith('caller-0'),
    )
    expect(told.map(({ calendar }) => /SEQUENCE:(\d+)/.exec(calendar ?? '')?.[1])).toEqual(['0', '1'])
  })
})

describe('an offer', () => {
  test('is not made at a time that somebody has already, nor in a state without a license, nor sooner than they can come', async () => {
    await joinedBy(clinic, 1, { noticeMinutes: 60 * 48 })
    await strikeList(clinic)
    expect(await offered()).toEqual([])
    await expect(joinedBy(clinic, 1, { state: 'NC' })).rejects.toMatchObject({ code: 'outside-states' })
    await joinedBy(clinic, 1, { weekdays: [1], email: 'monday@example.test' })
    await joinedBy(clinic, 1, { part: 'evening', email: 'evening@example.test' })
    await strikeList(clinic)
    expect(await offered()).toEqual([])
  })

  test('goes once to an address, however often a stranger puts it on the list', async () => {
    await joinedBy(clinic, 5, { email: 'victim@example.test' })
    await strikeList(clinic)
    expect((await kinds()).filter((kind) => kind === 'waiting-joined victim')).toHaveLength(3)
    expect((await kinds()).filter((kind) => kind === 'waiting-offer victim')).toHaveLength(1)
  })

  test('ends by itself, and is not made again to whoever let it pass', async () => {
    await joinedBy(clinic, 1)
    await strikeList(clinic)
    clinic.clock.forward(121)
    await expect(accept()).rejects.toMatchObject({ code: 'offer-gone' })
    await strikeList(clinic)
    await strikeList(clinic)
    expect(await offered()).toEqual([only])
    expect(await kinds()).toEqual(['waiting-joined caller-0', 'waiting-offer caller-0'])
  })

  test('that was declined is not made again; whoever left hears nothing more, and their offer is void', async () => {
    const [, leaving] = await joinedBy(clinic, 2)
    await strikeList(clinic)
    const [one, other] = await offersIn(nurse)
    await declineOffer(holderOf(clinic, 'offer', one?.id ?? ''))
    await leaveList(holderOf(clinic, 'waiting', leaving?.waitingId ?? ''))
    await expect(acceptOffer(holderOf(clinic, 'offer', other?.id ?? ''))).rejects.toMatchObject({ code: 'offer-gone' })
    await booked()
    for (let i = 0; i < 3; i++) await strikeList(clinic)
    expect((await kinds()).filter((kind) => kind.startsWith('waiting-gone'))).toEqual([])
    expect(await offered()).toEqual([only, only])
  })

  test('is made in small rounds where the clinic’s policy says so', async () => {
    const prescriber = await clinic.as('prescriber')
    await setPolicyValue(prescriber, {
      policy: 'waiting-list',
      name: 'atOnce',
      value: 1,
      validFrom: clinic.clock.now,
      reason: 'rounds',
    })
    await joinedBy(clinic, 3)
    for (let i = 0; i < 2; i++) await strikeList(clinic)
    expect(await offered()).toEqual([only])
    clinic.clock.forward(121)
    for (let i = 0; i < 2; i++) await strikeList(clinic)
    expect(await offered()).toEqual([only, only])
    const sent = (await kinds()).filter((kind) => kind.startsWith('waiting-offer'))
    expect(sent).toEqual(['waiting-offer caller-0', 'waiting-offer caller-1'])
  })

  test('says nothing of why somebody waits', async () => {
    await joinedBy(clinic, 1)
    await strikeList(clinic)
    for (const { subject, body } of await lettersIn(clinic))
      expect(`${subject} ${body}`).not.toMatch(/ketamine|pain|depress|infusion|treat|health/i)
  })
})
