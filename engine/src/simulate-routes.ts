import { objectFaults, refuse, timesFaults } from './fault.ts'
import type { Kinetics } from './model.ts'
import { type Absorbed, absorbedFaults, carried, type Entry, vein } from './path.ts'
import { type Regimen, regimenFaults } from './regimen.ts'
import type { Times } from './simulate.ts'
import type { Analytes, Site } from './simulate-metabolites.ts'
import { analytesOf } from './simulate-metabolites.ts'
import { kineticsFaults, sitesFaults } from './simulate-metabolites-faults.ts'

/** What is given: into the vein, and by other ways. */
export type Given = { regimen: Regimen; absorbed: readonly Absorbed[] }

/**
 * The parent and everything it turns into at each time (min, from 0, ascending) in mg/L, of doses into the vein and by other ways together.
 * Exact for every rate of absorption, also one that meets a rate of the body: each way in is followed by itself, and all are added.
 */
export function simulateRoutes(kinetics: Kinetics, given: Given, times: Times, sites: readonly Site[] = []): Analytes {
  refuse(objectFaults('given', given, 'an object with regimen, absorbed'))
  const { regimen, absorbed } = given
  refuse(
    kineticsFaults(kinetics),
    regimenFaults(regimen),
    absorbedFaults(absorbed, kinetics?.parent),
    timesFaults(times),
    sitesFaults(sites, kinetics),
  )
  const ways = waysIn(given)
  return ways.map(([entry, doses]) => analytesOf(kinetics, doses, { times, sites, entry })).reduce(together)
}

/** Every way in that something takes, with all that comes by it; the vein where there is none, so that nothing given is nothing seen. */
function waysIn({ regimen, absorbed }: Given): [Entry, Regimen][] {
  const paths = absorbed.flatMap((dose) => dose.paths)
  const entries = regimen.length > 0 || paths.length === 0 ? [vein, ...paths] : paths
  const apart = entries.filter((entry, i) => entries.findIndex((each) => isSame(each, entry)) === i)
  return apart.map((entry) => [
    entry,
    [...(entry === vein ? regimen : []), ...absorbed.flatMap((dose) => carried(dose, (path) => isSame(path, entry)))],
  ])
}

const isSame = (a: Entry, b: Entry) =>
  a.into === b.into && a.rates.length === b.rates.length && a.rates.every((rate, i) => rate === b.rates[i])

const added = (a: Float64Array, b: Float64Array) => a.map((value, i) => value + b[i])

const together = (a: Analytes, b: Analytes): Analytes => ({
  plasma: added(a.plasma, b.plasma),
  metabolites: Object.fromEntries(
    Object.entries(a.metabolites).map(([analyte, curve], i) => [analyte, added(curve, Object.values(b.metabolites)[i])]),
  ),
  sites: a.sites.map((curve, i) => added(curve, b.sites[i])),
})
