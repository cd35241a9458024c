import { curveInputs, exact, orderCurve, overrideAct, overrideFacts, type Problem } from '@dripline/clinical'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { sealProof } from '../../platform/auth/proof.ts'
import { type Ctx, inClinic, staffOf } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database.ts'
import { keyed, type TestClinic, testClinic } from '../../platform/testing.ts'
import { appointmentsBetween } from '../booking/store.ts'
import { changePerson } from '../people/change-person.ts'
import { decide } from '../screening/decide.ts'
import { screenPerson } from '../screening/screen-person.ts'
import { latestAnswers } from '../screening/store.ts'
import { caller, wellAnswers } from '../screening/testing.ts'
import { closeCourse } from './close-course.ts'
import { coursesUnderWay, waitingForPlan } from './courses.ts'
import { curveHash } from './freeze.ts'
import type { PlanSent } from './plan.ts'
import { renewOrder } from './renew-order.ts'
import { signPlan } from './sign-plan.ts'
import { orderById, orderOf, ordersOf, plansOf, replacedOf } from './store.ts'
import { accepted, consented, crpsDose, depressionDose, openClinic, tens } from './testing.ts'

let clinic: TestClinic
let prescriber: Ctx
let nurse: Ctx
let chairIds: string[]
let personId: string
beforeEach(async () => {
  clinic = await testClinic()
  ;({ prescriber, nurse, chairIds } = await openClinic(clinic))
  personId = await accepted(prescriber, nurse)
  await consented(nurse, personId)
})

const now = () => clinic.clock.now
const plan = (change: Partial<PlanSent> = {}): PlanSent => ({
  personId,
  dose: crpsDose(now()),
  visits: tens(now(), 10),
  acknowledged: [],
  ...change,
})
const read = <T>(look: Parameters<typeof inClinic<T>>[2]) => inClinic(nurse, 'test', look)
const visits = (state = 'booked') =>
  read(async (tx) =>
    (await appointmentsBetween(tx, { start: '2026-01-01T00:00:00Z', end: '2027-12-31T00:00:00Z' })).filter(
      (each) => each.kind === 'infusion' && each.state === state,
    ),
  )
const refusal = async (doing: Promise<unknown>) => {
  const { code, faults, about, fresh } = (await doing.catch((problem: unknown) => problem)) as Partial<Problem>
  return { code, fields: faults?.map(({ field }) => field), about, fresh }
}
const signing = (change: Partial<PlanSent> = {}) => refusal(signPlan(prescriber, plan(change)))
const nothingKept = async () => {
  expect(await read((tx) => plansOf(tx, personId))).toEqual([])
  expect(await visits()).toEqual([])
}

describe('signing a plan', () => {
  test('makes one frozen order a session, each with a chair and its own day', async () => {
    const { planId, orderIds } = await signPlan(prescriber, plan())
    const orders = await read((tx) => ordersOf(tx, planId))
    expect(orders.map(({ id }) => id)).toEqual(orderIds)
    expect(orders.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(orders[0]).toMatchObject({
      of: 10,
      doseMg: '100',
      rateMgPerHour: '25',
      minutes: 240,
      vialMgPerMl: '50',
      drawUpMl: '2',
      infusateMg: '100',
      finalMl: '100',
      rateMlPerHour: '25',
      volumeMl: '100',
      capMgPerHour: '25',
      modelId: 'kamp-2020',
      visitState: 'booked',
      chairName: 'Chair 1',
      visitAt: new Date('2026-11-24T15:00:00Z'),
      validFrom: new Date('2026-11-24T05:00:00Z'),
      validUntil: new Date('2026-11-25T05:00:00Z'),
    })
    expect(await visits()).toHaveLength(10)
  })

  test('keeps 77 mg of a bag of 100 mg apart from what is drawn up, to the last decimal', async () => {
    const light = await accepted(prescriber, nurse, 'pain', '55')
    await consented(nurse, light)
    const { planId } = await signPlan(
      prescriber,
      plan({ personId: light, dose: crpsDose(now(), '55'), acknowledged: ['pain-total'] }),
    )
    const [order] = await read((tx) => ordersOf(tx, planId))
    expect(order).toMatchObject({
      weightKg: '55',
      doseMg: '77',
      rateMgPerHour: '19.25',
      infusateMg: '100',
      finalMl: '100',
      drawUpMl: '2',
      rateMlPerHour: '19.2',
      volumeMl: '77',
    })
    expect(order?.dose).toMatchObject({ leftMg: '23', mlPerHour: { value: '19.2', unrounded: '19.25' } })
  })

  test('freezes model, version and inputs, so that the same curve can be drawn again', async () => {
    await signPlan(prescriber, plan())
    const [signed] = await read((tx) => plansOf(tx, personId))
    const inputs = signed?.inputs as unknown as ReturnType<typeof curveInputs>
    expect(inputs).toEqual(curveInputs({ doseMg: '100', minutes: 240, weightKg: '72', ageYears: 44, sex: 'female' }))
    expect(signed?.modelVersion).toBe(inputs.model.version)
    expect(curveHash(inputs)).toBe(signed?.curveHash)
    expect(Math.max(...orderCurve(inputs).plasma.p50) * 1000).toBeCloseTo(215, -1)
  })

  test('holds the findings that were read, the decision and the consent it stands on', async () => {
    await signPlan(prescriber, plan())
    const [signed] = await read((tx) => plansOf(tx, personId))
    expect(signed?.findings).toContainEqual(expect.objectContaining({ rule: 'consent', level: 'clear' }))
    expect(signed?.decisionId).toMatch(/-/)
    expect(signed?.consentId).toMatch(/-/)
  })

  test('sent twice with one key signs once', async () => {
    const ctx = keyed(prescriber, 'twice')
    expect(await signPlan(ctx, plan())).toEqual(await signPlan(ctx, plan()))
    expect(await visits()).toHaveLength(10)
  })

  test('while a course for the same is under way is refused; after it was closed it is not', async () => {
    const { planId } = await signPlan(prescriber, plan())
    expect(await signing()).toMatchObject({ code: 'plan-signed', about: { planId } })
    await closeCourse(prescriber, { planId, reason: 'Another protocol' })
    await expect(signPlan(prescriber, plan())).resolves.toMatchObject({ personId })
  })
})

describe('nothing is signed', () => {
  test('before a prescriber has approved the clinical defaults', async () => {
    const bare = await testClinic()
    const [doctor, helper] = [await bare.as('prescriber'), await bare.as('nurse')]
    const somebody = await accepted(doctor, helper)
    await consented(helper, somebody)
    expect(await refusal(signPlan(doctor, plan({ personId: somebody })))).toMatchObject({ code: 'defaults-not-approved' })
  })

  test('for somebody who is not a patient, or was declined since, or not for this', async () => {
    expect(await signing({ personId: await caller(nurse) })).toMatchObject({ code: 'not-a-patient' })
    expect(await signing({ dose: depressionDose(now()) })).toMatchObject({ code: 'not-a-patient' })
    clinic.clock.forward(1)
    const { screeningId } = await screenPerson(prescriber, { personId, answers: {}, baseline: {} })
    await decide(prescriber, { screeningId, decision: 'decline', reason: 'Moved away', acknowledged: [], overrides: [] })
    expect(await signing()).toMatchObject({ code: 'not-a-patient' })
    await nothingKept()
  })

  test('without a consent, or with one for something else', async () => {
    const other = await accepted(prescriber, nurse)
    expect(await signing({ personId: other })).toMatchObject({ code: 'consent-missing' })
    await consented(nurse, other, 'depression')
    expect(await signing({ personId: other })).toMatchObject({ code: 'consent-missing' })
  })

  test('on a consent to an older text, or one a year old; signing the current text opens it again', async () => {
    const other = await accepted(prescriber, nurse)
    await inTransaction(clinic.ground.database, clinic.clinicId, async ({ db, clinicId }) => {
      await db
        .insertInto('consent')
        .values({
          clinicId,
          id: clinic.ground.newId(now()),
          personId: other,
          indication: 'pain',
          definitionId: 'ketamine-infusion',
          version: '0123456789ab',
          signedName: 'Clover Samplett',
          takenBy: staffOf(nurse).id,
          signedAt: now(),
        })
        .execute()
    })
    expect(await signing({ personId: other })).toMatchObject({ code: 'consent-stale' })
    clinic.clock.forward(1)
    await consented(nurse, other)
    await expect(signPlan(prescriber, plan({ personId: other }))).resolves.toMatchObject({ personId: other })
  })

  test('when a rule stands in the way now, though it did not at the decision', async () => {
    clinic.clock.forward(1)
    await screenPerson(nurse, { personId, answers: { vesselMalformation: 'not-sure', systolic: 186 }, baseline: {} })
    expect(await signing()).toMatchObject({ code: 'finding-blocks', fields: ['blood-pressure', 'aneurysm'] })
    await nothingKept()
  })

  test('until what is only a caution is acknowledged by name', async () => {
    clinic.clock.forward(1)
    await screenPerson(nurse, { personId, answers: { systolic: 150 }, baseline: {} })
    expect(await signing()).toMatchObject({ code: 'finding-blocks', fields: ['blood-pressure'] })
    await expect(signPlan(prescriber, plan({ acknowledged: ['blood-pressure'] }))).resolves.toMatchObject({ personId })
  })

  test('on an override of other answers than those it was signed for', async () => {
    const other = await caller(nurse)
    const answers = { ...wellAnswers(), recentHeartEvent: 'yes' as const }
    const { screeningId } = await screenPerson(prescriber, { personId: other, answers, baseline: {} })
    const overrides = [{ rule: 'heart-disease', reason: 'The cardiologist agrees' }]
    const facts = overrideFacts(screeningId, ['heart-disease'])
    const second = staffOf(await clinic.as('prescriber')).id
    const { proof } = await sealProof(prescriber, { staffId: second, act: overrideAct, facts, method: 'password' })
    const acknowledged = ['capacity', 'body-mass']
    await decide(prescriber, { screeningId, decision: 'accept', reason: 'fits', acknowledged, overrides, proof })
    await consented(nurse, other)
    await changePerson(nurse, { personId: other, sex: 'female' })
    clinic.clock.forward(1)
    await screenPerson(nurse, { personId: other, answers: { unstableAngina: 'yes' }, baseline: {} })
    expect(await signing({ personId: other })).toMatchObject({ code: 'finding-blocks', fields: ['heart-disease'] })
    clinic.clock.forward(1)
    await screenPerson(nurse, { personId: other, answers: { unstableAngina: 'no' }, baseline: {} })
    await expect(signPlan(prescriber, plan({ personId: other }))).resolves.toMatchObject({ personId: other })
  })

  test('with a dose that fails a hard check; each one is named', async () => {
    const dose = { ...crpsDose(now()), infusate: { totalMg: '50', finalMl: '100' } }
    expect(await signing({ dose })).toMatchObject({ code: 'dose-not-possible', fields: ['bag-holds-dose'] })
    const typed = { ...crpsDose(now()), enteredDoseMg: '1000' }
    expect(await signing({ dose: typed })).toMatchObject({ code: 'dose-not-possible', fields: ['dose-matches', 'cap'] })
    const old = new Date(now().getTime() - 15 * 86_400_000).toISOString()
    const light = await accepted(prescriber, nurse)
    await consented(nurse, light)
    expect(await signing({ personId: light, dose: { ...crpsDose(now()), weightAt: old } })).toMatchObject({
      code: 'dose-not-possible',
      fields: ['weight-measured'],
    })
    await nothingKept()
  })

  test('with a soft check that nobody acknowledged', async () => {
    const light = await accepted(prescriber, nurse, 'pain', '55')
    await consented(nurse, light)
    const asked = { personId: light, dose: crpsDose(now(), '55') }
    expect(await signing(asked)).toMatchObject({ code: 'dose-not-possible', fields: ['pain-total'] })
  })

  test('with an unknown protocol and a weight from tomorrow, both named', async () => {
    const dose = { ...crpsDose(now()), protocolId: 'best-dose', weightAt: '2026-11-24T15:00:00Z' }
    expect(await signing({ dose })).toMatchObject({ code: 'not-valid', fields: ['dose.protocolId', 'dose.weightAt'] })
  })

  test('with fewer dates than sessions, or two dates too close', async () => {
    expect(await signing({ visits: tens(now(), 9) })).toMatchObject({ code: 'not-valid', fields: ['visits'] })
    const close = tens(now(), 10)
    const [first, second] = close
    if (first && second) close[1] = { start: new Date(Date.parse(first.start) + 6 * 3_600_000).toISOString() }
    expect(await signing({ visits: close })).toMatchObject({ code: 'not-valid', fields: ['visits.1.start'] })
    await nothingKept()
  })

  test('outside opening hours or in the past; the visit is named', async () => {
    const late = tens(now(), 10)
    late[9] = { start: '2026-12-07T22:00:00.000Z' }
    expect(await signing({ visits: late })).toMatchObject({ code: 'not-valid', fields: ['visits.9.start'], about: { visit: 10 } })
    await nothingKept()
  })

  test('when one of its chairs has gone: all the others are given back, with free times instead', async () => {
    const [chairId] = chairIds
    const other = await accepted(prescriber, nurse, 'depression')
    await consented(nurse, other, 'depression')
    const six = tens(now(), 8, chairId).slice(2)
    await signPlan(prescriber, plan({ personId: other, dose: depressionDose(now()), visits: six }))
    const refused = await signing({ visits: tens(now(), 10, chairId) })
    expect(refused).toMatchObject({ code: 'slot-taken', about: { visit: 3 } })
    expect(refused.fresh?.every((slot) => slot.clinicianId === chairId)).toBe(true)
    expect(refused.fresh?.length).toBeGreaterThan(0)
    expect(await read((tx) => plansOf(tx, personId))).toEqual([])
    expect(await visits()).toHaveLength(6)
  })

  test('for a person of another clinic, who does not exist here', async () => {
    const elsewhere = await (await testClinic()).as('prescriber')
    expect(await refusal(signPlan(elsewhere, plan()))).toMatchObject({ code: 'not-found' })
    const { planId, orderIds } = await signPlan(prescriber, plan())
    expect(await refusal(closeCourse(elsewhere, { planId, reason: 'x' }))).toMatchObject({ code: 'not-found' })
    const [orderId = ''] = orderIds
    expect(await refusal(renewOrder(elsewhere, { orderId, dose: crpsDose(now()), acknowledged: [] }))).toMatchObject({
      code: 'not-found',
    })
  })
})

describe('the weight', () => {
  test('typed on the plan is kept with its date', async () => {
    clinic.clock.forward(60)
    await signPlan(prescriber, plan({ dose: crpsDose(now(), '73.5'), acknowledged: [] }))
    const weight = (await read((tx) => latestAnswers(tx, personId))).find(({ key }) => key === 'weightKg')
    expect(weight).toMatchObject({ value: '73.5', measuredAt: now() })
  })

  test('of an earlier day than the newest on record is refused', async () => {
    const yesterday = new Date(now().getTime() - 86_400_000)
    expect(await signing({ dose: crpsDose(yesterday, '80') })).toMatchObject({ code: 'not-valid', fields: ['dose.weightKg'] })
  })
})

describe('renewing an order', () => {
  const signed = async () => {
    const { planId, orderIds } = await signPlan(prescriber, plan())
    return { planId, orderIds, second: orderIds[1] ?? '' }
  }
  const renew = (orderId: string, more = {}) =>
    renewOrder(prescriber, { orderId, dose: crpsDose(now()), acknowledged: [], ...more })

  test('for another weight keeps the visit; the old order stays readable and is followed no more', async () => {
    const { planId, second } = await signed()
    clinic.clock.forward(60)
    const dose = crpsDose(now(), '68')
    const { orderId } = await renew(second, { dose })
    const order = await read((tx) => orderById(tx, orderId))
    expect(order).toMatchObject({ number: 2, replacesId: second, weightKg: '68', doseMg: '95.2', rateMgPerHour: '23.8' })
    expect(await read((tx) => orderById(tx, second))).toMatchObject({ weightKg: '72', doseMg: '100' })
    expect((await read((tx) => ordersOf(tx, planId)))[1]?.id).toBe(orderId)
    expect((await read((tx) => replacedOf(tx, planId))).map(({ id }) => id)).toEqual([second])
    expect((await read((tx) => orderOf(tx, { planId, orderId: second })))?.id).toBe(orderId)
    expect(await visits()).toHaveLength(10)
  })

  test('for another day frees the old chair', async () => {
    const { orderIds } = await signed()
    const last = orderIds[9] ?? ''
    const { orderId } = await renew(last, { visit: { start: '2026-12-09T15:00:00.000Z' } })
    expect(await read((tx) => orderById(tx, orderId))).toMatchObject({ validFrom: new Date('2026-12-09T05:00:00Z') })
    expect(await visits()).toHaveLength(10)
    expect((await visits('cancelled')).map(({ start }) => start.toISOString())).toEqual(['2026-12-07T15:00:00.000Z'])
  })

  test('is refused too near to a neighbour, and keeps the old visit', async () => {
    const { second } = await signed()
    expect(await refusal(renew(second, { visit: { start: '2026-11-26T20:00:00.000Z' } }))).toMatchObject({
      code: 'not-valid',
      fields: ['visit.start'],
    })
    expect(await visits('cancelled')).toEqual([])
  })

  test('of an order that was replaced already is refused', async () => {
    const { second } = await signed()
    await renew(second)
    expect(await refusal(renew(second))).toMatchObject({ code: 'order-sent-back' })
  })

  test('with another protocol, or after the course was closed, is refused', async () => {
    const { planId, second } = await signed()
    expect(await refusal(renew(second, { dose: depressionDose(now()) }))).toMatchObject({ fields: ['dose.protocolId'] })
    await closeCourse(prescriber, { planId, reason: 'Enough' })
    expect(await refusal(renew(second))).toMatchObject({ code: 'wrong-state' })
  })

  test('reads the rules again', async () => {
    const { second } = await signed()
    clinic.clock.forward(1)
    await screenPerson(nurse, { personId, answers: { pregnancy: 'pregnant' }, baseline: {} })
    expect(await refusal(renew(second))).toMatchObject({ code: 'finding-blocks', fields: ['pregnancy'] })
  })
})

describe('closing a course', () => {
  test('frees the chairs of the visits to come, once', async () => {
    const { planId } = await signPlan(prescriber, plan())
    clinic.clock.now = new Date('2026-11-25T16:00:00Z')
    await closeCourse(prescriber, { planId, reason: 'Side effects' })
    expect((await visits()).map(({ start }) => start.toISOString())).toEqual([
      '2026-11-24T15:00:00.000Z',
      '2026-11-25T15:00:00.000Z',
    ])
    expect((await read((tx) => plansOf(tx, personId)))[0]).toMatchObject({ closedReason: 'Side effects' })
    expect(await refusal(closeCourse(prescriber, { planId, reason: 'Again' }))).toMatchObject({ code: 'wrong-state' })
  })
})

describe('who waits and whose course runs', () => {
  const lists = () => read(async (tx) => ({ waiting: await waitingForPlan(tx), underWay: await coursesUnderWay(tx, now()) }))

  test('an accepted person waits until a plan is signed, and a course runs until it is closed or over', async () => {
    expect(await lists()).toMatchObject({ waiting: [{ personId, indication: 'pain', name: 'Clover Samplett' }], underWay: [] })
    const { planId } = await signPlan(prescriber, plan())
    const course = { id: planId, personId, sessions: 10, toCome: 10, nextAt: new Date('2026-11-24T15:00:00Z') }
    expect(await lists()).toMatchObject({ waiting: [], underWay: [course] })
    clinic.clock.now = new Date('2026-11-26T06:00:00Z')
    expect((await lists()).underWay).toMatchObject([{ toCome: 8, nextAt: new Date('2026-11-26T15:00:00Z') }])
    await closeCourse(prescriber, { planId, reason: 'Enough' })
    expect(await lists()).toEqual({ waiting: [], underWay: [] })
  })

  test('somebody declined since does not wait', async () => {
    clinic.clock.forward(1)
    const { screeningId } = await screenPerson(prescriber, { personId, answers: {}, baseline: {} })
    await decide(prescriber, { screeningId, decision: 'decline', reason: 'Moved away', acknowledged: [], overrides: [] })
    expect((await lists()).waiting).toEqual([])
  })
})

test('what stands in the order’s columns is what its sum says, for any weight and bag', async () => {
  const kg = fc.integer({ min: 600, max: 900 }).map((tenths) => (tenths / 10).toString())
  const bag = fc.record({ spareMg: fc.integer({ min: 0, max: 50 }), finalMl: fc.constantFrom('50', '100', '250') })
  const vial = fc.constantFrom('10', '50', '100')
  await fc.assert(
    fc.asyncProperty(kg, bag, vial, async (weightKg, { spareMg, finalMl }, vialMgPerMl) => {
      clinic.clock.forward(1)
      const totalMg = String(100 + spareMg)
      const dose = { ...crpsDose(now(), weightKg), vialMgPerMl, infusate: { totalMg, finalMl } } as PlanSent['dose']
      const acknowledged = ['pain-total', 'ideal-weight', 'body-mass']
      const { planId } = await signPlan(prescriber, plan({ dose, acknowledged }))
      const [order] = await read((tx) => ordersOf(tx, planId))
      await closeCourse(prescriber, { planId, reason: 'Next draw' })
      const { dose: sum } = order ?? {}
      expect(order).toMatchObject({
        weightKg: sum?.weightKg,
        doseMg: sum?.doseMg.value,
        rateMgPerHour: sum?.mgPerHour.value,
        drawUpMl: sum?.drawUpMl?.value,
        infusateMg: sum?.infusate?.totalMg,
        finalMl: sum?.infusate?.finalMl,
        rateMlPerHour: sum?.mlPerHour?.value,
        volumeMl: sum?.vtbiMl?.value,
        vialMgPerMl,
      })
      const given = exact(order?.volumeMl ?? '0')
        .times(totalMg)
        .div(finalMl)
      expect(given.lte(exact(order?.doseMg ?? '0'))).toBe(true)
      expect(
        exact(order?.drawUpMl ?? '0')
          .times(vialMgPerMl)
          .minus(totalMg)
          .abs()
          .lte('0.5'),
      ).toBe(true)
    }),
    { numRuns: 12 },
  )
})
