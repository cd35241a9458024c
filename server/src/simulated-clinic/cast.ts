import type { Role } from '../platform/actor.ts'

export type Part = {
  readonly key: string
  readonly name: string
  readonly title: string
  readonly roles: readonly Role[]
  readonly takesCalls: boolean
}

/** The staff of the simulated clinic; the first one opens it. */
export const staffParts: readonly Part[] = [
  { key: 'owner', name: 'M. Ledgerman', title: 'Owner', roles: ['owner'], takesCalls: false },
  { key: 'prescriber', name: 'Dr A. Thistlewood', title: 'MD', roles: ['prescriber'], takesCalls: false },
  { key: 'caller', name: 'P. Larkspur', title: 'NP', roles: ['prescriber'], takesCalls: true },
  { key: 'osprey', name: 'J. Osprey', title: 'RN', roles: ['nurse'], takesCalls: false },
  { key: 'heron', name: 'S. Heron', title: 'RN', roles: ['nurse'], takesCalls: false },
  { key: 'plover', name: 'K. Plover', title: 'RN', roles: ['nurse'], takesCalls: false },
  { key: 'wren', name: 'T. Wren', title: 'RN', roles: ['nurse'], takesCalls: false },
  { key: 'desk', name: 'W. Foyer', title: 'Front desk', roles: ['front desk'], takesCalls: false },
]

const given = [
  'Clover',
  'Basil',
  'Fern',
  'Hazel',
  'Rowan',
  'Linden',
  'Juniper',
  'Sorrel',
  'Bryony',
  'Alder',
  'Marigold',
  'Cedar',
  'Tansy',
  'Myrtle',
  'Heath',
  'Yarrow',
  'Laurel',
  'Aspen',
  'Willow',
  'Saffron',
  'Thyme',
  'Poppy',
  'Sage',
  'Briar',
] as const
const family = [
  'Samplett',
  'Demowski',
  'Pretender',
  'Standin',
  'Fictor',
  'Exampleton',
  'Testa',
  'Mockford',
  'Placeholder',
  'Fabler',
  'Inventa',
  'Makebelieve',
  'Dummond',
  'Trialby',
  'Specimen',
  'Figment',
  'Prototyne',
] as const

/** A name that nobody could have, different for every number up to 408. */
export const inventedName = (number: number) => `${given[number % given.length]} ${family[number % family.length]}`

/** Women's numbers are even. */
export const sexOf = (number: number): 'female' | 'male' => (number % 2 === 0 ? 'female' : 'male')
