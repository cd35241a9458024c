import { refuse } from '../fault.ts'
import { type Even, listOf, stopFaults } from '../numeric/even.ts'
import { leaping, planOf } from '../numeric/plan.ts'
import { pieces, type Regimen, regimenFaults } from '../regimen.ts'
import type { Times } from '../simulate.ts'
import { Crowd, lengthsOf, padded } from './crowd.ts'
import { lanes } from './layout.ts'
import { type People, peopleFaults } from './people.ts'
import { Room } from './room.ts'

/** Plasma (mg/L) of many people, four by four: each four people lie together at each time, one time after the other. */
export type Curves = { people: number; times: number; plasma: Float64Array; at: (person: number, time: number) => number }

/**
 * Plasma (mg/L) of everybody at every time (min, ascending). It lies in the memory of `room` until that room is used again; without one
 * it gets its own. The numbers of a person do not depend on who else is there.
 */
export function curvesOf(people: People, regimen: Regimen, times: Times | Even, room: Room = new Room()): Curves {
  refuse(peopleFaults(people), regimenFaults(regimen), stopFaults(times))
  const at = listOf(times)
  const plan = leaping(planOf(pieces(regimen), at))
  const [size, stops] = [padded(people.v1.length), at.length]
  const [list, steps, runs, blocks, flags, out] = room.places(...lengthsOf(people, plan), size * stops)
  new Crowd(people, plan, room, { people: list, steps, runs, blocks, flags }).advance(stops, out, stops * lanes * 8, lanes * 8)
  return {
    people: people.v1.length,
    times: stops,
    plasma: room.view(out, size * stops),
    at: (person, time) => (Math.floor(person / lanes) * stops + time) * lanes + (person % lanes),
  }
}
