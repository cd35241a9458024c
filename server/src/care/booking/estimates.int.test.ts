import { type LineTerms, shippedLineOf } from '@dripline/clinical'
import { beforeEach, expect, test } from 'vitest'
import type { Ctx } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database.ts'
import { deliverDue } from '../../platform/message.ts'
import { heldClock, type TestClinic, testClinic } from '../../platform/testing.ts'
import { setLine } from '../clinic/set-line.ts'
import { addPerson } from '../people/add-person.ts'
import { bookForPerson } from './book-for-person.ts'
import { cancelCall } from './cancel-appointment.ts'
import { bookingLetters } from './letters.ts'
import { askEstimate, handEstimate, makeEstimates } from './make-estimates.ts'
import { moveAppointment } from './move-appointment.ts'
import { readEstimate, readEstimates, readEstimatesOf } from './read-estimates.ts'

let clinic: TestClinic
let nurse: Ctx
let owner: Ctx
let personId: string
const robin = {
  name: 'Robin Madeupname',
  email: 'robin@example.test',
  phone: '+15405550142',
  state: 'VA',
  zone: 'America/New_York',
}

beforeEach(async () => {
  clinic = await testClinic(heldClock('2026-11-23T14:00:00Z'))
  owner = await clinic.as('owner')
  nurse = await clinic.as('nurse')
  await clinic.as('prescriber')
  personId = (await addPerson(nurse, { ...robin, language: 'es' })).personId
})

const price = (lineId: string, priceUsd: string, after = 0) => {
  const shipped = shippedLineOf(lineId)
  if (!shipped) throw new Error(`no line ${lineId}`)
  const { id: _id, takes: _takes, minutesFrom: _from, ...usual } = shipped
  const terms: LineTerms = { ...usual, priceUsd, cancelHours: 24, cancelFeeUsd: '75' }
  return setLine(owner, { lineId, after, holdsFrom: '2026-11-23', terms })
}
const evaluation = (start = '2026-12-01T15:00:00.000Z') =>
  bookForPerson(nurse, { personId, kind: 'evaluation', place: 'clinic', start })
const versions = async () =>
  (await readEstimatesOf(nurse, { personId })).map(({ version, totalUsd, dueBy }) => [version, totalUsd, dueBy])
const make = () => makeEstimates(owner)
const post = () => deliverDue(clinic.ground, bookingLetters, clinic.clinicId)
const letters = () =>
  inTransaction(clinic.ground.database, clinic.clinicId, ({ db }) =>
    db
      .selectFrom('message')
      .where('clinicId', '=', clinic.clinicId)
      .where('kind', '=', 'estimate-told')
      .where('sentAt', 'is not', null)
      .orderBy('createdAt')
      .select(['recipient', 'subject', 'body'])
      .execute(),
  )

test('a booking three business days ahead makes one, by itself, and a letter in the language of its person leads to it', async () => {
  await price('evaluation', '250')
  await evaluation()
  await make()
  await make()
  expect(await versions()).toEqual([[1, '250.00', '2026-11-24']])
  await post()
  const [letter] = await letters()
  expect(letter?.recipient).toBe('robin@example.test')
  expect(letter?.body).toMatch(/\$250.*\/es\/l\/[\w-]+\/estimate|\$250.*\/l\/[\w-]+\/estimate/s)
  expect(letter?.subject).toContain('cálculo')
})

test('a booking nearer than that makes none, and neither does a line without a price', async () => {
  await evaluation()
  await make()
  expect(await versions()).toEqual([])
  const other = (await addPerson(nurse, { ...robin, email: 'o@example.test' })).personId
  await price('evaluation', '250')
  await bookForPerson(nurse, { personId: other, kind: 'evaluation', place: 'clinic', start: '2026-11-24T18:00:00.000Z' })
  await make()
  expect(await readEstimatesOf(nurse, { personId: other })).toEqual([])
})

test('a new price, a new day and a cancellation each make the next version; the older ones stay as they were', async () => {
  await price('evaluation', '250')
  const { id } = await evaluation()
  await evaluation('2026-12-02T15:00:00.000Z')
  await make()
  await price('evaluation', '300', 1)
  await make()
  await moveAppointment(nurse, { appointmentId: id, start: '2026-12-03T15:00:00.000Z' })
  await make()
  await cancelCall(nurse, { appointmentId: id })
  await make()
  expect((await versions()).map(([version, total]) => [version, total])).toEqual([
    [4, '300.00'],
    [3, '600.00'],
    [2, '600.00'],
    [1, '500.00'],
  ])
  await post()
  expect(await letters()).toHaveLength(1)
})

test('one that is asked for holds what is booked and what is thought of, and is due in three business days', async () => {
  await price('pain-infusion', '1000')
  const { estimateId } = await askEstimate(nurse, { personId, lines: [{ lineId: 'pain-infusion', count: 10 }] })
  expect(await readEstimate(nurse, { estimateId })).toMatchObject({ totalUsd: '10000.00', dueBy: '2026-11-27', version: 1 })
  await expect(askEstimate(nurse, { personId, lines: [{ lineId: 'hydration', count: 1 }] })).rejects.toMatchObject({
    faults: [{ field: 'lines.0.lineId', code: 'line-with-price' }],
  })
})

test('what has not arrived is on the list with its day, late after it, until it is sent or handed over', async () => {
  await price('evaluation', '250')
  await evaluation()
  await make()
  expect((await readEstimates(nurse)).waiting).toMatchObject([
    { personId, dueBy: '2026-11-24', isLate: false, why: 'letter waits' },
  ])
  clinic.clock.forward(2 * 24 * 60)
  const { waiting } = await readEstimates(nurse)
  expect(waiting).toMatchObject([{ isLate: true }])
  await handEstimate(nurse, { estimateId: waiting[0]?.estimateId ?? '' })
  expect((await readEstimates(nurse)).waiting).toEqual([])
  await post()
  expect(await letters()).toEqual([])
})
