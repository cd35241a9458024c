import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { domino } from '../models/domino.ts'
import { timesOf } from '../numeric/even.ts'
import { modes } from '../numeric/modes.ts'
import { Walk } from '../numeric/walk.ts'
import { bolus, course, infusion, pieces } from '../regimen.ts'
import { bandOf } from './band.ts'
import { curvesOf } from './curves.ts'
import { evenCurves } from './evenly.ts'
import { workOf } from './layout.ts'
import { peopleOf } from './people.ts'
import { PlainKernel } from './plain.ts'
import { Room } from './room.ts'
import { decoded, wasmKernel } from './wasm.ts'

const kinds = [() => wasmKernel() ?? new PlainKernel(), () => new PlainKernel()]
const adult = domino.parameters({ weightKg: 70, ageYears: 40, sex: 'female' })
const regimen = [...course([infusion(42, 240)], [0, 1440]), bolus(10, 2000), infusion(35, 40, -20)]

const near = (found: ArrayLike<number>, expected: ArrayLike<number>, relative = 1e-12) => {
  expect(found.length).toBe(expected.length)
  for (let i = 0; i < expected.length; i++)
    if (!(Math.abs(found[i] - expected[i]) <= relative * expected[i] + 1e-290)) expect(found[i], `at ${i}`).toBe(expected[i])
}

const rate = fc.double({ min: 0.001, max: 2, noNaN: true })
const exchange = fc.oneof(rate, fc.constantFrom(0, 1e-12, 1e-6, 50))
const body = fc.record({
  v1: fc.double({ min: 0.5, max: 300, noNaN: true }),
  k10: rate,
  k12: exchange,
  k21: rate,
  k13: exchange,
  k31: rate,
})
const alike = body.map((p) => ({ ...p, k31: p.k21 }))

describe('a kernel', () => {
  test('is WebAssembly here, and TypeScript where there is none or none that can', () => {
    const cannot = {
      Module: class {
        constructor() {
          throw new TypeError('no such instruction')
        }
      },
      Instance: class {
        exports = {}
      },
    }
    expect(wasmKernel()).toBeDefined()
    expect(wasmKernel(null)).toBeUndefined()
    expect(wasmKernel(cannot)).toBeUndefined()
  })

  test.each(['', 'a', 'ab', 'abc', 'TaBÿ>?'])('reads base64 as the machine does: %o', (text) => {
    expect([...decoded(btoa(text))]).toEqual([...text].map((letter) => letter.charCodeAt(0)))
  })

  test('gives everybody the curve that TypeScript gives, whatever their rates', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(body, alike), { minLength: 1, maxLength: 9 }), (bodies) => {
        const times = { from: 0, every: 7, count: 400 }
        const [fast, plain] = kinds.map((kind) => curvesOf(peopleOf(bodies), regimen, times, new Room(kind())))
        near(fast.plasma, plain.plasma)
      }),
      { numRuns: 60 },
    )
  })

  test('finds the values of ranks that sorting finds, with ties, zeros and any spread', () => {
    const value = fc.oneof(
      fc.double({ min: 0, max: 1e300, noNaN: true }),
      fc.double({ min: 0.1, max: 0.2, noNaN: true }),
      fc.constantFrom(0, 0, 0.15, 1e-310),
    )
    const share = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 300 }), share, (values, shares) => {
        const ranks = shares.map((x) => Math.round(x * (values.length - 1))).sort((a, b) => a - b)
        const sorted = values.toSorted((a, b) => a - b)
        for (const kind of kinds) {
          const room = new Room(kind())
          const [from, wanted, out, work] = room.places(values.length, ranks.length, ranks.length, workOf(values.length))
          room.view(from, values.length).set(values)
          room.view(wanted, ranks.length).set(ranks)
          room.kernel.ranked(from, values.length, wanted, ranks.length, out, work)
          expect([...room.view(out, ranks.length)]).toEqual(ranks.map((rank) => sorted[rank]))
        }
      }),
      { numRuns: 100 },
    )
  })

  test.each([0.4, adult.k10, modes(adult).rates[0], modes(adult).rates[2]])(
    'takes one body along even times as a walk to each alone does, with a site at %f/min',
    (ke0) => {
      const times = { from: 0, every: 1 / 6, count: 20_003 }
      const at = timesOf(times)
      for (const kind of kinds) {
        const out = { plasma: new Float64Array(times.count), effectSite: new Float64Array(times.count) }
        evenCurves(modes(adult), ke0, pieces(regimen), times, out, kind())
        for (let i = 0; i < times.count; i += 379) {
          const walk = new Walk(modes(adult), ke0, pieces(regimen))
          walk.to(at[i])
          const plasma = walk.states.reduce((sum, x) => sum + x, 0)
          near([out.plasma[i], out.effectSite[i]], [plasma, walk.effectSite])
        }
      }
    },
  )

  test('makes the band that TypeScript makes, to the byte, and the one of walks where steps are many', () => {
    const people = [0.3, 0.4, 0.5, 0.6, 0.7].map((k10) => ({ modes: modes({ ...adult, k10 }), ke0: k10 / 3 }))
    const even = Array.from({ length: 90 }, (_, i) => 40 * i)
    const uneven = even.map((t, i) => t + (i * i) / 977)
    const drawn = { size: people.length, parts: [{ personAt: (i: number) => people[i], pieces: pieces(regimen) }] }
    const [fast, plain] = kinds.map((kind) => bandOf(drawn, even, { kind: kind() }))
    expect(fast).toEqual(plain)
    const alone = bandOf(drawn, uneven)
    const walk = new Walk(people[2].modes, people[2].ke0, pieces(regimen))
    const [plasma, site] = [new Float64Array(90), new Float64Array(90)]
    walk.along(uneven, 0, 90, plasma, site)
    near(alone.plasma.p50, plasma)
    near(alone.effectSite.p50, site)
  })
})
