import { type Disposition, dispositionFaults } from './disposition.ts'
import { type Fault, numberFaults, refuse } from './fault.ts'

/** A person as the engine sees one. */
export type Subject = { weightKg: number; ageYears: number; sex: 'female' | 'male' }

/** Who says so, about whom, and how sure we are that this is what they said. */
export type Source = { citation: string; population: string; confidence: string }

export type Model = {
  id: string
  title: string
  source: Source
  parameters: (subject: Subject) => Disposition
  effectSite: 'not published'
  examples: readonly { subject: Subject; expect: Partial<Disposition> }[]
}

const sexes: readonly unknown[] = ['female', 'male']

function subjectFaults(subject: unknown): Fault[] {
  if (typeof subject !== 'object' || subject === null)
    return [{ input: 'subject', value: subject, expected: 'an object with weightKg, ageYears, sex' }]
  const { weightKg, ageYears, sex } = subject as Record<string, unknown>
  return [
    ...numberFaults('weightKg', weightKg, { above: 0 }),
    ...numberFaults('ageYears', ageYears, { min: 0 }),
    ...(sexes.includes(sex) ? [] : [{ input: 'sex', value: sex, expected: "'female' or 'male'" }]),
  ]
}

/** A published model: what it is, who says so, what it does, how we know. Its `parameters` refuse a subject that cannot be. */
export const defineModel = (definition: Model): Model => ({
  ...definition,
  parameters: (subject) => {
    refuse(subjectFaults(subject))
    const disposition = definition.parameters(subject)
    refuse(dispositionFaults(disposition))
    return disposition
  },
})
