import { models, versions } from '../definitions.ts'
import type { Drug, Model, Subject } from '../model.ts'
import { kamp2020 } from '../models/kamp-2020.ts'
import { type Fields, weights } from './fields.ts'

export const drugs = ['racemic-ketamine', 's-ketamine'] as const satisfies readonly Drug[]

/** The newest form of the case file; a file may name the one it was written for. */
export const caseFileVersion = 2

/** From this form on doses may come by other ways than the vein. */
export const firstWithWays = 2

/** The form that a case says it was written for; the newest where it says nothing. All are read. */
export function readVersion(fields: Fields): number {
  const version = fields.optionalNumber('caseFile') ?? caseFileVersion
  if (!Number.isInteger(version) || version < 1 || version > caseFileVersion) fields.fault('caseFile', `1 or ${caseFileVersion}`)
  return version
}

/** The model named, one of the vein; another one stands in where it is a fault, so that the rest can still be read. */
export function readModel(fields: Fields): Model {
  const found = readAnyModel(fields)
  refuseOtherWay(fields, found)
  return found
}

/** A model that is of another way than the vein cannot be asked about the vein. */
export function refuseOtherWay(fields: Fields, { id, route }: Model): void {
  if (route !== 'intravenous') fields.fault('model', `a model of intravenous doses; ${id} is ${route}`)
}

/** The model named, of whatever way. */
export function readAnyModel(fields: Fields): Model {
  const known: readonly Model[] = Object.values(models)
  const found = known.find(({ id }) => id === fields.raw('model'))
  if (!found) fields.fault('model', `one of ${known.map(({ id }) => id).join(', ')}`)
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
