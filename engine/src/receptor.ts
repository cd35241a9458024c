import type { Basis, Estimate } from './effect.ts'
import { numberFaults, refuse } from './fault.ts'
import type { Source } from './model.ts'
import { inNmolPerLitre } from './units.ts'

/** A share that sources disagree on: the one used, another one, and who says so. */
type Unbound = { value: number; other: number; basis: Basis; source: string }

export type OccupancyDefinition = {
  id: string
  title: string
  source: Source
  label: 'model estimate'
  /** Unbound concentrations of half occupancy, nmol/L. */
  halfOccupied: { ketamine: Estimate; norketamine: Estimate }
  unbound: { ketamine: Unbound; norketamine: Unbound }
  examples: readonly { ketamineNgPerMl: number; norketamineNgPerMl: number; expect: number }[]
}

/** Plasma concentrations in mg/L, bound and unbound together; shares unbound where others than the definition's are asked for. */
export type Ligands = { ketamine: number; norketamine: number; unbound?: { ketamine: number; norketamine: number } }

export type Occupancy = OccupancyDefinition & {
  /** The share (0 to 1) of receptors that either ligand holds: both compete for one site, so shares never add. */
  occupancy: (ligands: Ligands) => number
}

/** A published occupancy. What it gives is a model estimate and says so. */
export const defineOccupancy = (definition: OccupancyDefinition): Occupancy => ({
  ...definition,
  occupancy: ({ ketamine, norketamine, unbound }) => {
    refuse(numberFaults('ketamine', ketamine, { min: 0 }), numberFaults('norketamine', norketamine, { min: 0 }))
    const { halfOccupied } = definition
    const free = unbound ?? { ketamine: definition.unbound.ketamine.value, norketamine: definition.unbound.norketamine.value }
    const pull =
      (inNmolPerLitre(ketamine, 'ketamine') * free.ketamine) / halfOccupied.ketamine.typical +
      (inNmolPerLitre(norketamine, 'norketamine') * free.norketamine) / halfOccupied.norketamine.typical
    return pull / (1 + pull)
  },
})

export type BlockDefinition = {
  id: string
  title: string
  source: Source
  perMillivolt: number
  halfBlock: number
  examples: readonly { millivolt: number; magnesium: number; expect: number }[]
}

export type Block = BlockDefinition & {
  /** The share (0 to 1) of the current that passes at a voltage (mV) and a magnesium concentration (mmol/L). */
  passes: (millivolt: number, magnesium: number) => number
}

/** A published voltage-dependent block. */
export const defineBlock = (definition: BlockDefinition): Block => ({
  ...definition,
  passes: (millivolt, magnesium) => {
    refuse(numberFaults('millivolt', millivolt, { min: -200, max: 200 }), numberFaults('magnesium', magnesium, { min: 0 }))
    return 1 / (1 + (magnesium * Math.exp(-definition.perMillivolt * millivolt)) / definition.halfBlock)
  },
})
