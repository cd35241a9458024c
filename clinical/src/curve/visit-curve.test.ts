import { band, effects, infusion, models, patientVariability, simulate } from '@dripline/engine'
import { describe, expect, test } from 'vitest'
import { foldSession } from '../visit/infusion.ts'
import type { EventBody, SessionEvent } from '../visit/infusion-events.ts'
import { curveInputs } from './order-curve.ts'
import { visitCurve, visitRegimen } from './visit-curve.ts'

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 23, 14) + minutes * 60_000).toISOString()
const event = (minutes: number, by: string, body: EventBody): SessionEvent =>
  ({ id: `${minutes} ${body.kind} ${by}`, at: at(minutes), enteredAt: at(minutes), by, ...body }) as SessionEvent

const vitals = { systolic: 122, diastolic: 74, pulse: 70, spo2: 98, resp: 14 }
const check: EventBody = { kind: 'second-check', syringeMl: '2', rateMlPerHour: '25' }
const begun: SessionEvent[] = [
  event(-30, 'osprey', { kind: 'booked' }),
  event(-25, 'osprey', { kind: 'arrived' }),
  event(-20, 'osprey', { kind: 'checked-in', identifiers: ['name', 'born'], escort: null, weightKg: '72', vitals }),
  event(-10, 'osprey', {
    kind: 'drawn-up',
    vials: [{ vialId: 'v', ml: '2' }],
    infusateMg: '100',
    syringeMl: '2',
    finalMl: '100',
    witness: 'heron',
  }),
  event(-9, 'osprey', check),
  event(-8, 'heron', check),
  event(0, 'osprey', { kind: 'started', rateMlPerHour: '25', vtbiMl: '100' }),
]
const slower = event(60, 'osprey', { kind: 'rate-changed', rateMlPerHour: '20', reason: 'dizzy' })
const pause = event(90, 'osprey', { kind: 'paused', reason: 'pressure' })
const on = event(105, 'osprey', { kind: 'resumed', rateMlPerHour: '25' })
const stop = event(165, 'osprey', { kind: 'stopped', reason: 'patient asks' })

const inputs = { ...curveInputs({ doseMg: '100', minutes: 240, weightKg: '72', ageYears: 44, sex: 'female' }), size: 40 }
const adult = models.kamp2020.parameters(inputs.subject)
const expectSame = (events: SessionEvent[], asOf: number, byHand: Parameters<typeof simulate>[1], instants: number[]) => {
  const regimen = visitRegimen(foldSession(events), at(asOf))
  const [ours, theirs] = [simulate(adult, regimen, instants), simulate(adult, byHand, instants)]
  for (const [i, mgPerL] of theirs.entries()) expect(ours[i]).toBeCloseTo(mgPerL, 9)
}

describe('the curve of a visit', () => {
  test('after a change of rate: the past as given, the rest of the order at the new rate', () => {
    // 25 mg in the first hour; 75 mg are left, at 20 mg/h: 225 min.
    const byHand = [infusion(25, 60), infusion(75, 225, 60)]
    expectSame([...begun, slower], 60, byHand, [30, 120, 285])
    expectSame([...begun, slower], 84, byHand, [30, 120, 285])
  })

  test('during a pause: nothing is given, and the rest is drawn as if it were let on now', () => {
    // 25 mg, then 10 mg in 30 min; 65 mg are left at 20 mg/h: 195 min from the instant of looking.
    expectSame([...begun, slower, pause], 100, [infusion(25, 60), infusion(10, 30, 60), infusion(65, 195, 100)], [80, 100, 250])
  })

  test('after a stop: only what was given, from then on it falls', () => {
    const given = [infusion(25, 60), infusion(10, 30, 60), infusion(25, 60, 105)]
    expectSame([...begun, slower, pause, on, stop], 200, given, [100, 165, 300])
  })

  test('the bands are those of the engine for the same people and the same doses', () => {
    const curve = visitCurve(foldSession([...begun, slower]), inputs, at(60))
    if (!curve) throw new Error('no curve')
    const { subject, seed, size } = inputs
    const regimen = [infusion(25, 60), infusion(75, 225, 60)]
    const same = band({
      model: models.kamp2020,
      subject,
      regimen,
      times: curve.times,
      effect: effects.perceptionOlofsen2022,
      seed,
      size,
      variability: patientVariability,
    })
    for (const i of [15, 60, 140])
      for (const line of ['p5', 'p50', 'p95'] as const) expect(curve.plasma[line][i]).toBeCloseTo(same.plasma[line][i] ?? -1, 9)
  })

  test('before the start there is none', () => {
    expect(visitCurve(foldSession(begun.slice(0, -1)), inputs, at(0))).toBeNull()
  })
})
