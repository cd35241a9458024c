import { beforeEach, describe, expect, test } from 'vitest'
import { type Ctx, staffOf } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/database.ts'
import { heldClock, keyed, peek, type TestClinic, testClinic } from '../../../platform/testing.ts'
import { bookCall } from '../../booking/book-call.ts'
import { bookForPerson } from '../../booking/book-for-person.ts'
import { timesIn } from '../../booking/kept-times.ts'
import { appointmentOf } from '../../booking/store.ts'
import { endAbsence } from '../../clinic/end-absence.ts'
import { insertAbsence } from '../../clinic/store.ts'
import { readDesk } from '../read-desk.ts'
import { seeSetAbsence, setAbsence } from './set-absence.ts'

let clinic: TestClinic
let owner: Ctx
let nurse: Ctx
let other: Ctx
beforeEach(async () => {
  clinic = await testClinic(heldClock('2026-11-23T14:00:00Z'))
  owner = await clinic.as('owner')
  nurse = await clinic.as('nurse')
  other = await clinic.as('nurse')
})

const [tuesday, wednesday] = ['2026-11-24', '2026-11-25']
let presses = 0
const book = (start: string) => {
  presses += 1
  const caller = { name: `Caller ${presses}`, phone: '+15405550142', email: `caller-${presses}@example.test` }
  return bookCall(keyed(clinic.visitor, `absence press ${presses}`), { state: 'VA', zone: 'America/New_York', start, ...caller })
}
const hostOf = (id: string) => peek(nurse, (tx) => appointmentOf(tx, id)).then((found) => found?.clinicianId)
const statesOfDays = async () => {
  const { days } = await timesIn(clinic.visitor, { state: 'VA', viewZone: 'America/New_York' })
  return Object.fromEntries(days.map(({ date, state }) => [date, state]))
}
const away = (who: Ctx, firstDay = tuesday, lastDay = firstDay) => ({ staffId: staffOf(who).id, firstDay, lastDay })

describe('fair share picks an absent host', () => {
  test('never: whoever is away is not asked, though they have the fewest calls', async () => {
    const { absenceId } = await setAbsence(owner, away(nurse))
    const hosts = []
    for (const clock of ['15:00', '15:15', '15:30']) hosts.push(await hostOf((await book(`${tuesday}T${clock}:00.000Z`)).id))
    expect(new Set(hosts)).toEqual(new Set([staffOf(other).id]))
    await expect(book(`${tuesday}T15:00:00.000Z`)).rejects.toMatchObject({ code: 'slot-taken' })
    await endAbsence(owner, { absenceId })
    expect(await hostOf((await book(`${tuesday}T15:00:00.000Z`)).id)).toBe(staffOf(nurse).id)
    await expect(endAbsence(owner, { absenceId })).rejects.toMatchObject({ code: 'not-found' })
  })

  test('and the database does not either, when a server has not heard of it yet', async () => {
    await statesOfDays()
    await inTransaction(clinic.ground.database, clinic.clinicId, (tx) =>
      insertAbsence(tx, {
        ...away(nurse),
        id: clinic.ground.newId(clinic.clock.now),
        enteredBy: staffOf(owner).id,
        enteredAt: clinic.clock.now,
      }),
    )
    for (const clock of ['15:00', '15:15'])
      expect(await hostOf((await book(`${tuesday}T${clock}:00.000Z`)).id)).toBe(staffOf(other).id)
    await expect(book(`${tuesday}T15:00:00.000Z`)).rejects.toMatchObject({ code: 'slot-taken' })
  })

  test('nor does the desk: a call with somebody who is away is refused', async () => {
    const { personId } = await book(`${wednesday}T15:00:00.000Z`)
    await setAbsence(owner, away(nurse))
    const wanted = { personId, kind: 'call', start: `${tuesday}T16:00:00.000Z` } as const
    await expect(bookForPerson(other, { ...wanted, clinicianId: staffOf(nurse).id })).rejects.toMatchObject({ code: 'not-valid' })
    expect(await bookForPerson(other, wanted)).toMatchObject({ clinicianId: staffOf(other).id })
  })
})

describe('days away', () => {
  test('of everybody close a day for the public, whole days of the clinic and no other', async () => {
    await setAbsence(owner, away(nurse, tuesday, wednesday))
    expect((await statesOfDays())[tuesday]).toBe('open')
    await setAbsence(owner, away(other, tuesday))
    expect(await statesOfDays()).toMatchObject({ '2026-11-23': 'open', [tuesday]: 'closed', [wednesday]: 'open' })
  })

  test('ask about each booking on them, hand calls to who is here, and what cannot be handed on waits at the desk', async () => {
    const { id } = await book(`${tuesday}T15:00:00.000Z`)
    const host = (await hostOf(id)) === staffOf(nurse).id ? nurse : other
    const { bookings } = await seeSetAbsence(owner, away(host))
    expect(bookings.map(({ appointmentId }) => appointmentId)).toEqual([id])
    await expect(setAbsence(owner, away(host))).rejects.toMatchObject({ code: 'bookings-touched' })
    await setAbsence(owner, { ...away(host), decided: [{ appointmentId: id, becomes: 'passed on' }] })
    expect(await hostOf(id)).not.toBe(staffOf(host).id)
    expect((await readDesk(nurse, { days: 1 })).waits).toEqual([])
  })

  test('end on or after the day on which they begin, and are somebody’s', async () => {
    await expect(setAbsence(owner, away(nurse, wednesday, tuesday))).rejects.toMatchObject({
      code: 'not-valid',
      faults: [{ field: 'lastDay', code: 'day-not-before-first' }],
    })
    await expect(setAbsence(owner, { ...away(nurse), staffId: clinic.clinicId })).rejects.toMatchObject({ code: 'not-found' })
  })
})
