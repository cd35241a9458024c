import { curveInputs, orderCurve } from '@dripline/clinical'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Ctx, Tx } from '../../platform/context.ts'
import { keyed, peek, type TestClinic, testClinic } from '../../platform/testing.ts'
import { chartOf } from '../screening/chart-of.ts'
import { closeCourse } from './close-course.ts'
import { curveHash } from './freeze.ts'
import type { PlanSent } from './plan.ts'
import { signPlan } from './sign-plan.ts'
import { ordersOf, plansOf } from './store.ts'
import { accepted, consented, crpsDose, openClinic, refusalOf, tens, visitsOf } from './testing.ts'

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
      syringeMl: '2',
      infusateMg: '100',
      finalMl: '100',
      rateMlPerHour: '25',
      vtbiMl: '100',
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

  test('asks once about a weight far from the last: who has ticked both numbers on the order is not asked again', async () => {
    clinic.clock.forward(1)
    const far = (acknowledged: string[]) => signPlan(prescriber, plan({ dose: crpsDose(now(), '60'), acknowledged }))
    const others = ['pain-total', 'ideal-weight', 'body-mass', 'bag-usual']
    expect((await refusal(far(others)))?.code).toBe('improbable')
    const { planId } = await far([...others, 'weight-as-before'])
    expect((await read((tx) => ordersOf(tx, planId)))[0]?.weightKg).toBe('60')
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
      syringeMl: '2',
      rateMlPerHour: '19.2',
      vtbiMl: '77',
    })
    expect(order?.dose).toMatchObject({ leftMg: '23', rateMlPerHour: { value: '19.2', unrounded: '19.25' } })
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

  test('keeps the time at which the weight was measured: an order is no measurement', async () => {
    const chart = await read((tx) => chartOf(tx, personId))
    clinic.clock.forward(60)
    await signPlan(prescriber, plan({ dose: { ...crpsDose(now()), weightAt: now().toISOString() } }))
    const [signed] = await read((tx) => plansOf(tx, personId))
    const orders = await read((tx) => ordersOf(tx, signed?.id ?? ''))
    expect(orders).toHaveLength(10)
    for (const { weightAt } of orders) expect(weightAt.toISOString()).toBe(chart.weightKg?.at)
    expect((await read((tx) => chartOf(tx, personId))).weightKg).toEqual(chart.weightKg)
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
