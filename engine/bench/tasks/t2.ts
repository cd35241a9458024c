import { curvesOf, infusion, type People, peopleOf, quantilesOf, Room } from '../../src/index.ts'
import { nextBody, normals } from '../drawn.ts'
import type { Task } from '../task.ts'

export const regimen = Array.from({ length: 10 }, (_, day) => infusion(42, 240, day * 1440))
export const times = { from: 0, every: 5, count: 2881 }
const size = 10_000

export function people(count = size): People {
  const normal = normals(42)
  return peopleOf(Array.from({ length: count }, () => nextBody(normal)))
}

/** The stops by whose sums the curves are compared. */
const stops = [48, 948, 1848, 2748]

export const t2: Task = {
  id: 'T2',
  about: '10,000 people, 2,881 times, every value stored',
  limit: 1.3,
  runsInC: 15,
  expected: [787.260289520452, 150.514866635387, 57.9148765200842, 23.8841735086609],
  tolerance: 1e-11,
  prepare() {
    const everybody = people()
    const room = new Room()
    let out = curvesOf(everybody, regimen, times, room)
    const sumAt = (stop: number) => Array.from({ length: size }, (_, i) => out.plasma[out.at(i, stop)]).reduce((a, b) => a + b)
    return {
      run() {
        out = curvesOf(everybody, regimen, times, room)
      },
      found: () => stops.map(sumAt),
    }
  },
}

export const t2q: Task = {
  id: 'T2q',
  about: 'the same people: exact quantiles at every time, nothing stored',
  limit: 1.5,
  runsInC: 3,
  expected: [
    0.0771618948521163, 0.000410647213313107, 0.00138685184425882, 0.00284077030998203, 0.00524577200490089, 0.0108342818461296,
  ],
  tolerance: 1e-11,
  prepare() {
    const everybody = people()
    const room = new Room()
    let out = quantilesOf({ people: everybody, regimen, times, room })
    return {
      run() {
        out = quantilesOf({ people: everybody, regimen, times, room })
      },
      found: () => [out[2][48], ...out.map((level) => level[1000])],
    }
  },
}
