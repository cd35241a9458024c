import { describe, expect, test } from 'vitest'
import { domino } from '../models/domino.ts'
import { modes } from '../numeric/modes.ts'
import { normalAt } from '../numeric/random.ts'
import { Walk } from '../numeric/walk.ts'
import { infusion, pieces } from '../regimen.ts'
import { bandOf } from './band.ts'
import { type Drawn, most } from './drawn-crowd.ts'

const adult = domino.parameters({ weightKg: 70 })
const times = Array.from({ length: 40 }, (_, i) => 15 * i)
const drip = pieces([infusion(35, 40, 60)])
const late = pieces([infusion(20, 60, 90)])
const body = (i: number) => ({
  modes: modes({
    ...adult,
    v1: adult.v1 * Math.exp(0.3 * normalAt(7, i, 0)),
    k10: adult.k10 * Math.exp(0.9 * normalAt(7, i, 1)),
  }),
  ke0: 0.1 * Math.exp(0.5 * normalAt(7, i, 2)),
})
const one: Drawn['parts'][number] = { personAt: body, pieces: drip }
const other: Drawn['parts'][number] = { personAt: (i) => body(i + 1_000_000), pieces: late }

/** Plasma and site of everybody alone, sorted at each time. */
function sorted({ size, parts }: Drawn): Float64Array[][] {
  const all = [0, 1].map(() => times.map(() => new Float64Array(size)))
  const found = [0, 1].map(() => new Float64Array(times.length))
  for (let i = 0; i < size; i++)
    for (const { personAt, pieces } of parts) {
      const { modes, ke0 } = personAt(i)
      new Walk(modes, ke0, pieces).along(times, 0, times.length, found[0], found[1])
      all.forEach((rows, k) => {
        rows.forEach((row, time) => {
          row[i] += found[k][time]
        })
      })
    }
  return all.map((rows) => rows.map((row) => row.sort()))
}

const type7 = (values: Float64Array, p: number) => {
  const place = p * (values.length - 1)
  const [low, high] = [values[Math.floor(place)], values[Math.ceil(place)]]
  return low + (place - Math.floor(place)) * (high - low)
}

const median = ({ length }: { length: number }, all: Float64Array[]) => Array.from({ length }, (_, i) => type7(all[i], 0.5))

describe('a band over drawn people', () => {
  test.each([
    ['in one chunk', 301, [one]],
    ['in chunks, who pass by twice', most + 301, [one]],
    ['in chunks, two enantiomers each', most + 77, [one, other]],
  ])('has the quantiles of the sorted values, to the byte: %s', (_, size, parts) => {
    const drawn = { size, parts }
    const { plasma, effectSite } = bandOf(drawn, times)
    const [plasmas, sites] = sorted(drawn)
    for (let i = 0; i < times.length; i++)
      for (const [name, p] of [
        ['p5', 0.05],
        ['p50', 0.5],
        ['p95', 0.95],
      ] as const) {
        expect(plasma[name][i]).toBe(type7(plasmas[i], p))
        expect(effectSite[name][i]).toBe(type7(sites[i], p))
      }
  })

  test('is the same when there is room for one time after the other only', () => {
    const drawn = { size: most + 301, parts: [one] }
    expect(bandOf(drawn, times, { room: 1 })).toEqual(bandOf(drawn, times))
  })

  test('is the same over many times, which are counted in turns', () => {
    const long = Array.from({ length: 1100 }, (_, i) => times[i % 40] + 600 * Math.floor(i / 40))
    const { p50 } = bandOf({ size: most + 301, parts: [one] }, long).plasma
    const [plasmas] = sorted({ size: most + 301, parts: [one] })
    expect([...p50.subarray(0, 40)]).toEqual(median(times, plasmas))
    expect(p50[1099]).toBeGreaterThan(0)
    for (let i = 60; i < 1100; i++) expect(p50[i]).toBeLessThan(p50[i - 1])
  })

  test('tells how far it has come', () => {
    const told: number[] = []
    bandOf({ size: 2 * most, parts: [one] }, times, { progress: (done, of) => told.push(done / of) })
    expect(told).toEqual([0.25, 0.5, 0.75, 1])
  })
})
