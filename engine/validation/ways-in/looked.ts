import { kineticsOf } from '../../src/kinetics-of.ts'
import type { Model } from '../../src/model.ts'
import { partsGiven } from '../../src/parts-given.ts'
import type { Route } from '../../src/route.ts'
import { type Given, simulateRoutes } from '../../src/simulate-routes.ts'
import { inNgHourPerMl, inNgPerMl } from '../../src/units.ts'

export const adult = { weightKg: 70, ageYears: 40, sex: 'male' } as const

/** A dose by a way, as what is given. */
export const by = ({ paths }: Route, mg: number): Given => ({ regimen: [], absorbed: [{ mg, at: 0, paths: paths(mg) }] })

/** What is looked at: the peak (ng/mL), and the area up to a time (min, ng·h/mL). */
export type Looked = { peak: number; area: number }

const looked = (curve: Float64Array): Looked => ({
  peak: inNgPerMl(Math.max(...curve)),
  area: inNgHourPerMl(curve.reduce((sum, c, i) => sum + (i === 0 || i === curve.length - 1 ? c / 2 : c), 0)),
})

/** Every minute up to a time. */
const minutes = (until: number) => Array.from({ length: until + 1 }, (_, i) => i)

/** Ketamine and norketamine of the drug that the model was made from. */
export function sampled(model: Model, given: Given, until: number): { ketamine: Looked; norketamine: Looked } {
  const { plasma, metabolites } = simulateRoutes(kineticsOf(model, adult), given, minutes(until))
  return { ketamine: looked(plasma), norketamine: looked(metabolites.norketamine ?? new Float64Array(until + 1)) }
}

/** Both enantiomers of a racemate together. */
export function racemate(model: Model, given: Given, until: number): Looked {
  const curves = partsGiven(model, adult, 'racemic-ketamine', given).map(
    (part) => simulateRoutes(part.kinetics, part.given, minutes(until)).plasma,
  )
  return looked(curves[0].map((_, i) => curves.reduce((sum, curve) => sum + curve[i], 0)))
}
