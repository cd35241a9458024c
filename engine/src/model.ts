import { type Disposition, dispositionFaults } from './disposition.ts'
import { type Fault, numberFaults, refuse } from './fault.ts'
import type { Analyte, Kinetics, Metabolite, Parameter } from './metabolite.ts'

export type { Kinetics, Parameter } from './metabolite.ts'

/** A person as the engine sees one. Age and sex are needed only by what reads them. */
export type Subject = { weightKg: number; ageYears?: number; sex?: 'female' | 'male' }

/** Who says so, about whom, and how sure we are that this is what they said. */
export type Source = { citation: string; population: string; confidence: string }

/** Where a number comes from: printed in the source, inferred by us from it, or taken from another population. */
export type Basis = 'source' | 'inferred' | 'borrowed'

export type Drug = 'racemic-ketamine' | 's-ketamine'

/** How much subjects differ: the covariance of the logarithms of the parameters named, in that order. */
export type Variability = {
  id: string
  title: string
  source: Source
  basis: Basis
  of: readonly Parameter[]
  omega: readonly (readonly number[])[]
}

/** How a measured concentration strays from the model's: proportional (a fraction) and additive (mg/L) SD, or the SD of the logarithm. */
export type Residual = { proportional: number; additive: number } | { logSd: number }

/** From one end to the other; an end that the source does not give is not made up. */
export type Range = readonly [from: number, to: number | 'not found']

/** The rate (1/min, with its 95 % interval) at which a site follows plasma, and by which effect it was seen. */
export type ModelSite = { ke0: number; low: number; high: number; seenBy: string; source: Source }

export type ModelDefinition = {
  id: string
  title: string
  source: Source
  /** What it was fitted to. */
  drug: Drug
  route: 'intravenous' | 'intramuscular'
  sampling: 'arterial' | 'venous' | 'mixed' | 'not found'
  /** Whom it was made from; outside, it speaks with a warning. */
  validity: { weightKg: Range | 'not found'; ageYears: Range | 'not found' }
  /** What it must know of a subject besides the weight. */
  reads: readonly ('ageYears' | 'sex')[]
  parameters: (subject: Required<Subject>) => Disposition
  metabolites?: (subject: Required<Subject>) => readonly Metabolite[]
  variability: 'not published' | 'not found' | Variability
  /** How sure the typical values themselves are: relative standard errors, as fractions. */
  standardErrors: 'not found' | Partial<Record<Parameter, number>>
  residual: 'not published' | 'not found' | Partial<Record<Analyte | 'ketamine', Residual>>
  /** Estimated on this very curve; every other rate is borrowed. */
  effectSite: 'not published' | ModelSite
  /** What the source describes and these equations leave out. */
  notModelled: readonly string[]
  examples: readonly {
    subject: Subject
    expect: Partial<Disposition>
    metabolites?: Partial<Record<Analyte, Partial<Disposition>>>
  }[]
}

export type Model = Omit<ModelDefinition, 'parameters' | 'metabolites'> & {
  /** The parent's disposition of a subject; refuses a subject that cannot be, and a model that is not for the vein. */
  parameters: (subject: Subject) => Disposition
  /** The parent's disposition with that of every metabolite. */
  kinetics: (subject: Subject) => Kinetics
  /** What the paper prints, whatever the route. */
  published: (subject: Subject) => Disposition
}

const sexes: readonly unknown[] = ['female', 'male']

/** Nobody is heavier or older: a weight in grams or an age in months is a slip of the pen. */
const utmost = { weightKg: 700, ageYears: 120 } as const

function subjectFaults(subject: unknown, reads: readonly string[]): Fault[] {
  if (typeof subject !== 'object' || subject === null)
    return [{ input: 'subject', value: subject, expected: `an object with ${['weightKg', ...reads].join(', ')}` }]
  const { weightKg, ageYears, sex } = subject as Record<string, unknown>
  const needs = (name: string, value: unknown) => reads.includes(name) || value !== undefined
  return [
    ...numberFaults('weightKg', weightKg, { above: 0, max: utmost.weightKg }),
    ...(needs('ageYears', ageYears) ? numberFaults('ageYears', ageYears, { min: 0, max: utmost.ageYears }) : []),
    ...(!needs('sex', sex) || sexes.includes(sex) ? [] : [{ input: 'sex', value: sex, expected: "'female' or 'male'" }]),
  ]
}

const routeFaults = ({ id, route }: ModelDefinition): Fault[] =>
  route === 'intravenous' ? [] : [{ input: 'model', value: id, expected: `a model of intravenous doses; ${id} is ${route}` }]

/** A published model: what it is, who says so, what it does, how we know. */
export function defineModel(definition: ModelDefinition): Model {
  const asked = (subject: Subject) => {
    refuse(subjectFaults(subject, definition.reads))
    // Checked against `reads`: what a model does not read may be absent.
    return subject as Required<Subject>
  }
  const published = (subject: Subject) => {
    const disposition = definition.parameters(asked(subject))
    refuse(dispositionFaults(disposition))
    return disposition
  }
  const parameters = (subject: Subject) => {
    refuse(routeFaults(definition), subjectFaults(subject, definition.reads))
    return published(subject)
  }
  const kinetics = (subject: Subject) => ({
    parent: parameters(subject),
    metabolites: definition.metabolites?.(asked(subject)) ?? [],
  })
  return { ...definition, published, parameters, kinetics }
}
