import { type Disposition, type Liver, liverOf, varied } from './disposition.ts'
import { refuse } from './fault.ts'
import type { Drug, Kinetics, Model, Source, Subject } from './model.ts'
import { type Regimen, scaled } from './regimen.ts'
import { litresPerHour } from './units.ts'

/** How fast each enantiomer is cleared by the same men, given apart; L/min. */
export const enantiomers: {
  id: string
  source: Source
  sClearance: number
  rClearance: { value: number; basis: 'recalled' }
} = {
  id: 'henthorn-2018',
  source: {
    citation: 'Henthorn et al. Anesthesiology 2018;129:260–270',
    population: 'ten healthy men, S- and R-ketamine on separate days, arterial and venous samples over 11 h',
    confidence:
      'S read in the abstract; R recalled, the abstract was cut short; volumes were not found, so this is no model of its own',
  },
  sClearance: litresPerHour(73.8),
  rClearance: { value: litresPerHour(63.6), basis: 'recalled' },
}

/** R over S: what a clearance of S is multiplied by. */
const ratio = enantiomers.rClearance.value / enantiomers.sClearance

/**
 * The same subject with R-ketamine in place of S: plasma cleared slower by the ratio of the clearances, in all else alike. A liver clears
 * by its flow as well, so what it eliminates must fall by more than what it clears.
 */
export function rOf(s: Disposition): Disposition {
  const plasma = varied(s, (parameter) => (parameter === 'cl' ? ratio : 1))
  const liver = liverOf(s)
  return liver ? { ...plasma, ...slower(liver) } : plasma
}

/** The liver whose clearance, k14·lost/(k41 + lost) of V1, is that of S times the ratio. */
function slower({ k14, k41, k40, k4m }: Liver): Liver {
  const lost = k40 + k4m
  const cleared = (ratio * k14 * lost) / (k41 + lost)
  const factor = (cleared * k41) / ((k14 - cleared) * lost)
  return { k14, k41, k40: k40 * factor, k4m: k4m * factor }
}

/** One part of what is given: its kinetics, its share of the dose, its name. */
export type Part = { name: 'racemate' | 'S-ketamine' | 'R-ketamine'; kinetics: Kinetics; regimen: Regimen }

/**
 * What has to be simulated apart and added for a drug under a model: a racemate under a model of S-ketamine is half S and half R, where
 * nothing is known of the metabolites of R. S-ketamine under a model of the racemate is simulated as the racemate would be.
 */
export function partsOf(model: Model, subject: Subject, drug: Drug, regimen: Regimen): Part[] {
  refuse(
    drug === 'racemic-ketamine' || drug === 's-ketamine'
      ? []
      : [{ input: 'drug', value: drug, expected: 'racemic-ketamine or s-ketamine' }],
  )
  const kinetics = model.kinetics(subject)
  if (model.drug === 'racemic-ketamine') return [{ name: drug === 's-ketamine' ? 'S-ketamine' : 'racemate', kinetics, regimen }]
  if (drug === 's-ketamine') return [{ name: 'S-ketamine', kinetics, regimen }]
  const half = scaled(regimen, 0.5)
  return [
    { name: 'S-ketamine', kinetics, regimen: half },
    { name: 'R-ketamine', kinetics: { parent: rOf(kinetics.parent), metabolites: [] }, regimen: half },
  ]
}
