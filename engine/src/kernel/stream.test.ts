import { describe, expect, test } from 'vitest'
import type { Disposition } from '../disposition.ts'
import { domino } from '../models/domino.ts'
import { normalAt } from '../numeric/random.ts'
import { course, infusion } from '../regimen.ts'
import { simulate } from '../simulate.ts'
import { curvesOf } from './curves.ts'
import { peopleOf, some } from './people.ts'
import { Room } from './room.ts'
import { quantilesOf } from './stream.ts'

const typical = domino.parameters({ weightKg: 70, ageYears: 40, sex: 'female' })
const bodies: Disposition[] = Array.from({ length: 200 }, (_, i) => ({
  ...typical,
  v1: typical.v1 * Math.exp(0.25 * normalAt(42, i, 0)),
  k10: typical.k10 * Math.exp(0.3 * normalAt(42, i, 1)),
}))
const people = peopleOf(bodies)
const regimen = course([infusion(42, 240)], [0, 1440])
const times = { from: 0, every: 5, count: 577 }
const levels = [0, 0.05, 0.5, 0.95, 1]

describe('curves of many', () => {
  const { plasma, at } = curvesOf(people, regimen, times)

  test('are each what simulating that body gives', () => {
    const list = Array.from({ length: times.count }, (_, i) => 5 * i)
    for (const person of [0, 1, 77, 199]) {
      const alone = simulate(bodies[person], regimen, list)
      alone.forEach((c, i) => {
        expect(Math.abs(plasma[at(person, i)] - c)).toBeLessThanOrEqual(1e-12 * c)
      })
    }
  })

  test('do not depend on who else is there, to the byte', () => {
    const part = curvesOf(some(people, 63, 70), regimen, times)
    for (let i = 0; i < times.count; i++)
      for (let j = 0; j < 7; j++) expect(part.plasma[part.at(j, i)]).toBe(plasma[at(63 + j, i)])
  })

  test('lie in a room that is given, and another call may use it again', () => {
    const room = new Room()
    const first = curvesOf(people, regimen, times, room).plasma.slice()
    curvesOf(some(people, 0, 5), [], { from: 0, every: 1, count: 3 }, room)
    expect(curvesOf(people, regimen, times, room).plasma).toEqual(first)
  })
})

describe('quantiles of many', () => {
  const found = quantilesOf({ people, regimen, times, levels })

  test('are those of the sorted curves, at every time', () => {
    const { plasma, at } = curvesOf(people, regimen, times)
    for (let i = 0; i < times.count; i++) {
      const sorted = Float64Array.from(bodies, (_, person) => plasma[at(person, i)]).sort()
      levels.forEach((level, q) => {
        const place = level * 199
        const low = sorted[Math.floor(place)]
        expect(found[q][i]).toBe(low + (place - Math.floor(place)) * (sorted[Math.ceil(place)] - low))
      })
    }
  })

  test('are the same in any split over time, to the byte', () => {
    const cuts = [0, 1, 17, 48, 300, 577]
    const parts = cuts.slice(1).map((to, i) => quantilesOf({ people, regimen, times, levels, span: { from: cuts[i], to } }))
    levels.forEach((_, q) => {
      expect(parts.flatMap((part) => [...part[q]])).toEqual([...found[q]])
    })
  })

  test('are nothing where nothing was given', () => {
    expect(quantilesOf({ people, regimen: [], times }).every((list) => list.every((c) => c === 0))).toBe(true)
  })
})

describe('refuses', () => {
  test('people who cannot live, lists of different length, levels out of order', () => {
    const dead = { ...people, k10: people.k10.map((k, i) => (i === 3 ? -1 : k)) }
    expect(() => curvesOf(dead, regimen, times)).toThrow(/people\[3\].k10 is -1/)
    expect(() => curvesOf({ ...people, v1: new Float64Array(3) }, regimen, times)).toThrow(/people.k10/)
    expect(() => curvesOf(null as never, regimen, times)).toThrow(/people is null/)
    expect(() => quantilesOf({ people, regimen, times, levels: [0.5, 0.2] })).toThrow(/levels\[1\] is 0.2/)
    expect(() => quantilesOf({ people, regimen, times, span: { from: 5, to: 4 } })).toThrow(/span.to is 4/)
  })
})
