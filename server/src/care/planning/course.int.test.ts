import { exact } from '@dripline/clinical'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Ctx, Tx } from '../../platform/context.ts'
import { peek, type TestClinic, testClinic } from '../../platform/testing.ts'
import { decide } from '../screening/decide.ts'
import { screenPerson } from '../screening/screen-person.ts'
import { latestAnswers } from '../screening/store.ts'
import { closeCourse } from './close-course.ts'
import { coursesUnderWay, waitingForPlan } from './courses.ts'
import type { PlanSent } from './plan.ts'
import { renewOrder } from './renew-order.ts'
import { signPlan } from './sign-plan.ts'
import { orderById, orderOf, ordersOf, plansOf, replacedOf } from './store.ts'
import { accepted, consented, crpsDose, depressionDose, openClinic, refusalOf, tens, visitsOf } from './testing.ts'

let clinic: TestClinic
let prescriber: Ctx
let nurse: Ctx
let personId: string
beforeEach(async () => {
  clinic = await testClinic()
  ;({ prescriber, nurse } = await openClinic(clinic))
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
const read = <T>(look: (tx: Tx) => Promise<T>) => peek(nurse, look)
const visits = (state = 'booked') => visitsOf(nurse, state)
const refusal = refusalOf
const signing = (change: Partial<PlanSent> = {}) => refusal(signPlan(prescriber, plan(change)))

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

  test('for another day moves the visit: one entry in the calendar, and the old chair is free', async () => {
    const { orderIds } = await signed()
    const last = orderIds[9] ?? ''
    const { orderId } = await renew(last, { visit: { start: '2026-12-09T15:00:00.000Z' } })
    expect(await read((tx) => orderById(tx, orderId))).toMatchObject({ validFrom: new Date('2026-12-09T05:00:00Z') })
    expect(await visits()).toHaveLength(10)
    expect(await visits('cancelled')).toEqual([])
    expect((await visits()).at(-1)).toMatchObject({ start: new Date('2026-12-09T15:00:00Z'), sequence: 1 })
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
      const infusateMg = String(100 + spareMg)
      const dose = { ...crpsDose(now(), weightKg), vialMgPerMl, infusate: { infusateMg, finalMl } } as PlanSent['dose']
      const acknowledged = ['pain-total', 'ideal-weight', 'body-mass', 'bag-usual', 'weight-as-before']
      const { planId } = await signPlan(prescriber, plan({ dose, acknowledged, confirmed: [`weightKg ${weightKg}`] }))
      const [order] = await read((tx) => ordersOf(tx, planId))
      await closeCourse(prescriber, { planId, reason: 'Next draw' })
      const { dose: sum } = order ?? {}
      expect(order).toMatchObject({
        weightKg: sum?.weightKg,
        doseMg: sum?.doseMg.value,
        rateMgPerHour: sum?.rateMgPerHour.value,
        syringeMl: sum?.syringeMl?.value,
        infusateMg: sum?.infusate?.infusateMg,
        finalMl: sum?.infusate?.finalMl,
        rateMlPerHour: sum?.rateMlPerHour?.value,
        vtbiMl: sum?.vtbiMl?.value,
        vialMgPerMl,
      })
      const given = exact(order?.vtbiMl ?? '0')
        .times(infusateMg)
        .div(finalMl)
      expect(given.lte(exact(order?.doseMg ?? '0'))).toBe(true)
      expect(
        exact(order?.syringeMl ?? '0')
          .times(vialMgPerMl)
          .minus(infusateMg)
          .abs()
          .lte('0.5'),
      ).toBe(true)
    }),
    { numRuns: 8 },
  )
})
