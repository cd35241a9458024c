import type { Basis, Source } from './model.ts'
import { fromInterval, type LogNormal } from './numeric/normal.ts'

export type { Basis }

/** A published number with its 95 % interval. */
export type Estimate = { typical: number; low: number; high: number; basis: Basis }

/** A published probability with its standard error. */
export type Chance = { typical: number; standardError: number; basis: Basis }

/** An assumption about a shape: its value, and where it comes from. */
export type Shape = { value: number; basis: Basis }

export type EffectDefinition = {
  id: string
  title: string
  source: Source
  /** What the concentrations are of. A racemate holds half. */
  analyte: 'S-ketamine' | 'racemic ketamine'
  /** The plasma curve it was estimated with; a ke0 belongs to its kinetics. */
  estimatedWith: string
  /** Half-life of the way between plasma and effect site, min. */
  halfLife: Estimate
  /** Effect-site concentration of half the effect, mg/L. */
  c50: Estimate
  /** What the source describes, or leaves open, and this definition does not hold. */
  notModelled: readonly string[]
  examples: readonly { expect: { ke0: number } }[]
}

/** A published effect. Adds `ke0` (1/min), which is ln 2 over the half-life. */
export const defineEffect = <const T extends EffectDefinition>(definition: T): T & { ke0: number } => ({
  ...definition,
  ke0: Math.LN2 / definition.halfLife.typical,
})

export type Effect = EffectDefinition & { ke0: number }

/** The log-normal whose central 95 % is the printed interval. Its median need not be the printed value; see docs/science/models.md. */
export const spreadOf = ({ low, high }: Estimate): LogNormal => fromInterval(low, high)
