import { models, versions } from '../definitions.ts'
import type { Drug, Model, Subject } from '../model.ts'
import { kamp2020 } from '../models/kamp-2020.ts'
import { type Fields, weights } from './fields.ts'

export const drugs = ['racemic-ketamine', 's-ketamine'] as const satisfies readonly Drug[]

/** The newest form of the case file; a file may name the one it was written for. */
export const caseFileVersion = 1

export function readVersion(fields: Fields): void {
  const version = fields.optionalNumber('caseFile')
  if (version !== undefined && version !== caseFileVersion) fields.fault('caseFile', `${caseFileVersion}`)
}

/** The model named; another one stands in where it is a fault, so that the rest can still be read. */
export function readModel(fields: Fields, name = 'model'): Model {
  const known: readonly Model[] = Object.values(models)
  const found = known.find(({ id }) => id === fields.raw(name))
  if (!found) fields.fault(name, `one of ${known.map(({ id }) => id).join(', ')}`)
  else if (found.route !== 'intravenous') fields.fault(name, `a model of intravenous doses; ${found.id} is ${found.route}`)
  return found ?? kamp2020
}

/** The subject, with what the model reads. */
export function readSubject(fields: Fields, reads: readonly string[]): Subject & { heightCm?: number } {
  const subject = fields.object('subject', `an object with ${['weightKg', ...reads].join(', ')}`)
  const weightKg = subject.number('weightKg', weights)
  const ageYears = reads.includes('ageYears') ? subject.number('ageYears', ages) : subject.optionalNumber('ageYears', ages)
  const sex = readSex(subject, reads)
  const heightCm = subject.optionalNumber('heightCm', { min: 30, max: 250 })
  subject.nothingElse()
  return {
    weightKg,
    ...(ageYears !== undefined && { ageYears }),
    ...(sex !== undefined && { sex }),
    ...(heightCm !== undefined && { heightCm }),
  }
}

const ages = { min: 0, max: 120 }

function readSex(subject: Fields, reads: readonly string[]): 'female' | 'male' | undefined {
  subject.raw('sex')
  return subject.has('sex') || reads.includes('sex') ? subject.oneOf('sex', ['female', 'male'] as const) : undefined
}

/** The drug given and measured, which must be said where samples are read by it. */
export const readDrugAsked = (fields: Fields): Drug => fields.oneOf('drug', drugs)

/** The version of a model's definition. */
export const versionOf = (id: string): string => (versions as Readonly<Record<string, string>>)[id]

/** The drug given; a model's own when none is named. */
export const readDrug = (fields: Fields, model: Model): Drug => fields.oneOf('drug', drugs, model.drug)
