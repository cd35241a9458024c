import { expect, test } from 'vitest'
import { varied } from '../disposition.ts'
import { domino } from '../models/domino.ts'
import { infusion } from '../regimen.ts'
import { simulate } from '../simulate.ts'
import { Fitter } from './batch.ts'
import { bodyOf } from './body.ts'
import { priorOf } from './prior.ts'

const people = 1000
const omega = [0.3, 0.25, 0.25]
const names = ['cl', 'v1', 'v3']
const regimen = [infusion(35, 40)]
const times = [5, 20, 40, 60, 90, 150, 240, 480]

/** The generator that the timed tasks are defined with. */
function normals(seed: number): () => number {
  let state = seed
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  return () => {
    const radius = Math.sqrt(-2 * Math.log(1 - uniform()))
    return radius * Math.cos(2 * Math.PI * uniform())
  }
}

test('the thousand modes of the timed task add up to the objective that a C program finds', () => {
  const typical = domino.parameters({ weightKg: 70 })
  const normal = normals(7)
  const variances = omega.map((sd, i) => omega.map((_, j) => (i === j ? sd * sd : 0)))
  const prior = priorOf(names, variances)
  const fitter = new Fitter({ regimen, times, prior, residual: { proportional: 0.15, additive: 0.005 } }, 1e-6)
  const below = new Uint8Array(times.length)
  let [sum, evaluations] = [0, 0]
  for (let person = 0; person < people; person++) {
    const factors = omega.map((sd) => Math.exp(sd * normal()))
    const truth = varied(typical, (name) => factors[names.indexOf(name)] ?? 1)
    const values = simulate(truth, regimen, times).map((f) => Math.max(0.001, f + Math.hypot(0.15 * f, 0.005) * normal()))
    expect(fitter.run(bodyOf(typical), { values, below })).toBe(true)
    sum += fitter.objective.value
    evaluations += fitter.objective.evaluations
  }
  expect(sum).toBeCloseTo(-63207.78489, 4)
  expect(evaluations / people).toBeLessThan(10)
})
