import { numberFaults, refuse } from './fault.ts'
import type { Source } from './model.ts'

/** A concentration (mg/L at its effect site) that moves cardiac output by a quarter, and the half-life (min) of the way there. */
type Drive = { of: 'ketamine' | 'norketamine'; quarter: number; halfLife: number }

export type CardiacOutputDefinition = {
  id: string
  title: string
  source: Source
  /** L/min */
  baseline: number | 'not found'
  raises: Drive | 'not found'
  lowers: Drive | 'not found'
  observed: { ketamineNgPerMl: number; rise: { low: number; high: number } } | 'not this study'
  /** What another source says instead. */
  disagrees: string
  examples: readonly { ketamineNgPerMl: number; norketamineNgPerMl: number; expect: number }[]
}

/** What one source says of a concentration: L/min and the relative change, or only the change it saw at one concentration. */
export type CardiacOutput =
  | { kind: 'curve'; litresPerMin: number; change: number; disagrees: string }
  | { kind: 'observation'; ketamineNgPerMl: number; low: number; high: number; disagrees: string }

export type CardiacOutputEffect = CardiacOutputDefinition & {
  /** At effect-site concentrations in mg/L; linear, as printed. Always with what the other source says. */
  at: (ketamine: number, norketamine: number) => CardiacOutput
}

const perQuarter = 0.25

/** A published effect on cardiac output, with its disagreement. */
export const defineCardiacOutput = (definition: CardiacOutputDefinition): CardiacOutputEffect => ({
  ...definition,
  at: (ketamine, norketamine) => {
    refuse(numberFaults('ketamine', ketamine, { min: 0 }), numberFaults('norketamine', norketamine, { min: 0 }))
    const { baseline, raises, lowers, observed, disagrees } = definition
    if (baseline === 'not found' || raises === 'not found' || lowers === 'not found') {
      if (observed === 'not this study') throw new TypeError(`${definition.id} has neither a curve nor an observation`)
      return { kind: 'observation', ketamineNgPerMl: observed.ketamineNgPerMl, ...observed.rise, disagrees }
    }
    const change = perQuarter * (ketamine / raises.quarter - norketamine / lowers.quarter)
    return { kind: 'curve', litresPerMin: Math.max(0, baseline * (1 + change)), change: Math.max(-1, change), disagrees }
  },
})
