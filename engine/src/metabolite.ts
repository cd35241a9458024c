import { type Disposition, type Structural, varied } from './disposition.ts'

export type Analyte = 'norketamine' | 'hydroxynorketamine'

/** Compartments in a row on the way from one substance to the next; the rate (1/min) is of each. */
export type Transit = { compartments: number; rate: number }

/**
 * A substance that another turns into. Amounts are counted in mg of the parent; `massRatio` reads them out as the metabolite's own mass,
 * where the paper worked in moles, and is 1 where the paper's numbers already are.
 */
export type Metabolite = {
  analyte: Analyte
  from: Analyte | 'ketamine'
  /** The share of what the precursor loses from its own elimination that becomes this one; a liver's share is in its rates. */
  fraction: number
  transit: Transit | 'none'
  disposition: Disposition
  massRatio: number
}

/** A parameter of the parent, or of a metabolite by its name. */
export type Parameter = Structural | `${Analyte}.${Structural}`

/** The parent and what it turns into, of one subject. */
export type Kinetics = { parent: Disposition; metabolites: readonly Metabolite[] }

/** What one subject's parameters are multiplied by; absent is 1. */
export type Factors = Partial<Record<Parameter, number>>

/** The kinetics of the subject who differs from this one by the factors. */
export const individual = ({ parent, metabolites }: Kinetics, factors: Factors): Kinetics => ({
  parent: varied(parent, (name) => factors[name] ?? 1),
  metabolites: metabolites.map((metabolite) => {
    const factor = (name: Parameter) => factors[name] ?? 1
    const { analyte, transit, disposition } = metabolite
    return {
      ...metabolite,
      transit: transit === 'none' ? transit : { ...transit, rate: transit.rate / factor(`${analyte}.mtt`) },
      disposition: varied(disposition, (name) => factor(`${analyte}.${name}`)),
    }
  }),
})
