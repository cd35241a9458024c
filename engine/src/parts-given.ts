import { type Part, partsOf } from './enantiomer.ts'
import { kineticsOf } from './kinetics-of.ts'
import type { Drug, Kinetics, Model, Subject } from './model.ts'
import type { Given } from './simulate-routes.ts'

/** One part of what is given by whatever way: its kinetics, its share of every dose, its name. */
export type PartGiven = { name: Part['name']; kinetics: Kinetics; given: Given }

/**
 * What has to be simulated apart and added, as `partsOf` has it, of doses by whatever way: each enantiomer is absorbed as the dose is,
 * whose paths were found for the whole of it.
 */
export function partsGiven(model: Model, subject: Subject, drug: Drug, { regimen, absorbed }: Given): PartGiven[] {
  if (model.route !== 'intravenous') {
    const name = drug === 's-ketamine' ? 'S-ketamine' : 'racemate'
    return [{ name, kinetics: kineticsOf(model, subject), given: { regimen, absorbed } }]
  }
  const parts = partsOf(model, subject, drug, regimen)
  const share = 1 / parts.length
  return parts.map(({ name, kinetics, regimen: own }) => ({
    name,
    kinetics,
    given: { regimen: own, absorbed: absorbed.map((dose) => ({ ...dose, mg: dose.mg * share })) },
  }))
}
