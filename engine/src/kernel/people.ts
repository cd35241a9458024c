import { type Disposition, dispositionFaults } from '../disposition.ts'
import { type Fault, refuse } from '../fault.ts'

/** Many bodies of up to three compartments, person i at place i of each list; the numbers of `Disposition`. */
export type People = Record<(typeof parameters)[number], Float64Array>

export const parameters = ['v1', 'k10', 'k12', 'k21', 'k13', 'k31'] as const

/** The same people as lists of numbers. */
export const peopleOf = (bodies: readonly Disposition[]): People =>
  Object.fromEntries(parameters.map((name) => [name, Float64Array.from(bodies, (body) => body[name])])) as People

export const personOf = (people: People, i: number): Disposition => ({
  v1: people.v1[i],
  k10: people.k10[i],
  k12: people.k12[i],
  k21: people.k21[i],
  k13: people.k13[i],
  k31: people.k31[i],
})

/** People `from` to before `to`: what one of several workers does. */
export const some = (people: People, from: number, to: number): People =>
  Object.fromEntries(parameters.map((name) => [name, people[name].subarray(from, to)])) as People

/** Empty when everybody can be simulated. */
export function peopleFaults(people: unknown): Fault[] {
  if (typeof people !== 'object' || people === null)
    return [{ input: 'people', value: people, expected: 'an object with lists v1, k10, k12, k21, k13, k31' }]
  const lists = people as Record<string, unknown>
  const faults = parameters.filter((name) => !(lists[name] instanceof Float64Array)).map((name) => listFault(name, lists[name]))
  if (faults.length > 0) return faults
  const known = people as People
  const count = known.v1.length
  const uneven = parameters.filter((name) => known[name].length !== count || count === 0)
  if (uneven.length > 0) return uneven.map((name) => listFault(name, known[name]))
  for (let i = 0; i < count; i++) if (!canLive(known, i)) refuse(dispositionFaults(personOf(known, i)).map((f) => named(f, i)))
  return []
}

const listFault = (name: string, value: unknown): Fault => ({
  input: `people.${name}`,
  value,
  expected: 'a Float64Array, as long as the others, with at least one person',
})

const named = (fault: Fault, i: number): Fault => ({ ...fault, input: `people[${i}].${fault.input}` })

const reaches = (x: number) => x >= 0 && x < Infinity

/** The same law as for one disposition, without a list of faults for each of a million people. */
function canLive({ v1, k10, k12, k21, k13, k31 }: People, i: number): boolean {
  return (
    v1[i] > 0 &&
    k10[i] > 0 &&
    reaches(v1[i] + k10[i]) &&
    reaches(k12[i]) &&
    reaches(k13[i]) &&
    (k12[i] === 0 ? reaches(k21[i]) : k21[i] > 0 && k21[i] < Infinity) &&
    (k13[i] === 0 ? reaches(k31[i]) : k31[i] > 0 && k31[i] < Infinity)
  )
}
