import { curvesOf, quantilesOf, Room, simulateTurnovers, somePeople } from '../../src/index.ts'
import { people, regimen, times } from '../tasks/t2.ts'
import * as chronic from '../tasks/t3.ts'
import { fitted, fitterOf, seen } from '../tasks/t4.ts'

/** One of several equal parts of a task; `done` gives the numbers by which the parts are compared with the whole. */
export type Share = { run: () => void; done: () => Float64Array }

const between = (size: number, part: number, parts: number) => [
  Math.floor((size * part) / parts),
  Math.floor((size * (part + 1)) / parts),
]

export const shares: Record<string, (part: number, parts: number) => Share> = {
  T2(part, parts) {
    const all = people()
    // Whole blocks of four.
    const [from, to] = between(all.v1.length / 4, part, parts).map((block) => 4 * block)
    const room = new Room()
    const mine = somePeople(all, from, to)
    let out = curvesOf(mine, regimen, times, room)
    return {
      run() {
        out = curvesOf(mine, regimen, times, room)
      },
      done: () => Float64Array.from({ length: to - from }, (_, i) => out.plasma[out.at(i, 948)]),
    }
  },
  T2q(part, parts) {
    const everybody = people()
    const [from, to] = between(times.count, part, parts)
    const room = new Room()
    let out = quantilesOf({ people: everybody, regimen, times, room, span: { from, to } })
    return {
      run() {
        out = quantilesOf({ people: everybody, regimen, times, room, span: { from, to } })
      },
      done: () => out[0],
    }
  },
  T3(part, parts) {
    const all = chronic.responders()
    const mine = all.slice(...between(all.length, part, parts))
    const out = simulateTurnovers(mine, chronic.regimen, chronic.times)
    return {
      run() {
        simulateTurnovers(mine, chronic.regimen, chronic.times, { into: out })
      },
      done: () => out.response,
    }
  },
  T4(part, parts) {
    const all = seen()
    const mine = all.slice(...between(all.length, part, parts))
    const fitter = fitterOf()
    return {
      run() {
        fitted(mine, fitter)
      },
      done: () => Float64Array.from(mine, (samples) => fitted([samples], fitter)),
    }
  },
}
