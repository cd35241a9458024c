import { type Band, emptyBand, levels, setPoint } from '../band.ts'
import type { Kinetics } from '../metabolite.ts'
import { quantiles } from '../numeric/quantile.ts'
import { partsGiven } from '../parts-given.ts'
import { simulateRoutes } from '../simulate-routes.ts'
import type { AbsorbedDose } from './absorbed.ts'
import { type Drawing, personOf } from './person-of.ts'
import type { SimulateCase } from './simulate.ts'

/** Each of them is followed through every way in; more would take minutes. */
export const mostAbsorbing = 2000

type Asked = SimulateCase & Drawing & { size: number }

/** Where a drawn population lies that takes doses by other ways than the vein, mg/L; the same people as by the vein. */
export function absorbedBand(asked: Asked, onProgress?: (done: number, of: number) => void): { plasma: Band; effectSite: Band } {
  const { model, subject, drug, regimen, absorbed, timesMin, effectSite, size } = asked
  const sites = effectSite ? [{ of: 'ketamine' as const, ke0: effectSite.ke0PerMin }] : []
  const [plasma, followed] = [everybodyAt(timesMin, size), everybodyAt(timesMin, size)]
  for (let person = 0; person < size; person++) {
    const taken = absorbed.map((dose) => ownDose(dose, asked, person))
    for (const { kinetics, given } of partsGiven(model, subject, drug, { regimen, absorbed: taken })) {
      const own: Kinetics = { parent: personOf(kinetics, asked, person).parent, metabolites: [] }
      const found = simulateRoutes(own, given, timesMin, sites)
      timesMin.forEach((_, i) => {
        plasma[i][person] += found.plasma[i]
        if (found.sites.length > 0) followed[i][person] += found.sites[0][i]
      })
    }
    if (person % 100 === 99) onProgress?.(person + 1, size)
  }
  return { plasma: bandOf(plasma), effectSite: bandOf(followed) }
}

/** The dose as this person takes it up, where people are to differ and it is known how. */
const ownDose = (dose: AbsorbedDose, { variability, seed }: Asked, person: number): AbsorbedDose =>
  variability && 'id' in dose.route ? { ...dose, paths: dose.route.paths(dose.mg, { seed, person }) } : dose

/** The ways of which it is not known how people differ. */
export const alikeIn = (doses: readonly AbsorbedDose[]): string[] => [
  ...new Set(doses.flatMap(({ way, route }) => ('id' in route && route.spread !== 'not found' ? [] : [way]))),
]

const everybodyAt = (times: readonly number[], size: number) => times.map(() => new Float64Array(size))

function bandOf(everybody: readonly Float64Array[]): Band {
  const band = emptyBand(everybody.length)
  everybody.forEach((values, i) => {
    setPoint(band, i, quantiles(values, levels))
  })
  return band
}
