import { type Disposition, liverOf } from './disposition.ts'
import { type Fault, listFaults, numberFaults, objectFaults } from './fault.ts'
import type { Regimen } from './regimen.ts'

const ends = ['plasma', 'liver', 'metabolism'] as const

/**
 * Where a way in ends, and the pools on it, each emptying at its own rate (1/min). It ends in plasma; in the liver, where a body has one,
 * which takes its share before plasma sees any; or at once where ketamine is metabolised, so that no ketamine is seen of it at all.
 */
export type Entry = { into: (typeof ends)[number]; rates: readonly number[] }

export const vein: Entry = { into: 'plasma', rates: [] }

/**
 * One way of a dose into the body. `share` of it comes this way (a paper may print more than 1), released evenly over some minutes that
 * begin after a lag; zero minutes is at once.
 */
export type Path = Entry & { share: number; lag: number; release: number }

/** A dose (mg) at a time (min) that goes along its paths, all of them at once. */
export type Absorbed = { mg: number; at: number; paths: readonly Path[] }

/** What of a dose that has got to its end reaches plasma as ketamine. */
const passing = (p: Disposition): Record<Entry['into'], number> => {
  const liver = liverOf(p)
  return { plasma: 1, liver: liver ? liver.k41 / (liver.k41 + liver.k40 + liver.k4m) : 0, metabolism: 0 }
}

/** The share of a dose that reaches plasma as ketamine, by all paths together: the area under its curve is that times dose over clearance. */
export const bioavailability = (p: Disposition, paths: readonly Path[]): number =>
  paths.reduce((sum, { into, share }) => sum + share * passing(p)[into], 0)

/** What a path carries, as if it were given at its beginning. */
export const carried = ({ mg, at, paths }: Absorbed, isOn: (path: Path) => boolean): Regimen =>
  paths.filter(isOn).map(({ share, lag, release }) => ({ mg: mg * share, from: at + lag, minutes: release }))

/** More than this a share cannot be, whatever a paper printed: the rest is a slip of the pen. */
const mostShare = 5
const mostPools = 20

/** Empty when doses can be absorbed by this body. */
export function absorbedFaults(absorbed: unknown, parent: Disposition): Fault[] {
  return listFaults('absorbed', absorbed, 'a list of doses with mg, at, paths', (dose, input) => {
    const faults = objectFaults(input, dose, 'a dose with mg, at, paths')
    if (faults.length > 0) return faults
    const { mg, at, paths } = dose as Record<string, unknown>
    return [
      ...numberFaults(`${input}.mg`, mg, { min: 0 }),
      ...numberFaults(`${input}.at`, at),
      ...pathsFaults(`${input}.paths`, paths, parent),
    ]
  })
}

/** Empty when a dose can go along these paths into this body. */
export const pathsFaults = (name: string, paths: unknown, parent: Disposition): Fault[] =>
  listFaults(name, paths, 'a list of paths', (path, input) => {
    const faults = objectFaults(input, path, 'a path with into, share, lag, release, rates')
    if (faults.length > 0) return faults
    const { into, share, lag, release, rates } = path as Record<string, unknown>
    return [
      ...numberFaults(`${input}.share`, share, { min: 0, max: mostShare }),
      ...numberFaults(`${input}.lag`, lag, { min: 0 }),
      ...numberFaults(`${input}.release`, release, { min: 0 }),
      ...listFaults(`${input}.rates`, rates, 'a list of rates (1/min)', (rate, at) => numberFaults(at, rate, { above: 0 })),
      ...(Array.isArray(rates) && rates.length > mostPools
        ? [{ input: `${input}.rates`, value: rates, expected: `at most ${mostPools} pools in a row` }]
        : []),
      ...intoFaults(`${input}.into`, into, parent),
    ]
  })

function intoFaults(input: string, into: unknown, parent: Disposition): Fault[] {
  if (into === 'liver' && !hasLiver(parent))
    return [{ input, value: into, expected: 'plasma or metabolism: this body has no liver' }]
  return ends.some((end) => end === into) ? [] : [{ input, value: into, expected: `one of ${ends.join(', ')}` }]
}

const hasLiver = (p: unknown) => typeof p === 'object' && p !== null && 'k14' in p
