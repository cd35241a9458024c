import { models } from '../definitions.ts'
import { EngineFault, type Fault, refuse } from '../fault.ts'
import type { Drug } from '../model.ts'
import { ways } from '../route.ts'
import { knowsWays } from './absorbed.ts'
import { Fields } from './fields.ts'
import { readSimulateCase, type SimulateCase, type SimulateOutput, simulateCase } from './simulate.ts'
import { caseFileVersion } from './subject.ts'

export type CompareOutput = {
  caseFile: number
  drug: Drug
  timesMin: number[]
  models: Record<string, Omit<SimulateOutput, 'caseFile' | 'model' | 'timesMin'>>
  /** At each time; null where the lowest is nothing at all. */
  highestOverLowest: (number | null)[]
  warnings: readonly { about: string; message: string }[]
}

const known = Object.values(models)

/** What can be compared: every model of intravenous doses. */
export const comparable: readonly string[] = known.filter(({ route }) => route === 'intravenous').map(({ id }) => id)

export type CompareCase = { cases: readonly SimulateCase[]; drugIsNamed: boolean }

/** Reads one case for several models: those it names in `models`, or all. A `model` of its own is left aside. Every fault of every model at once. */
export function readCompareCase(value: unknown): CompareCase {
  const faults: Fault[] = []
  const fields = new Fields(value, '', faults, 'an object with subject, regimen, timesMin')
  if (faults.length > 0) refuse(faults)
  const ids = fields.raw('models') === undefined ? comparableFor(fields) : readIds(fields)
  refuse(faults)
  const { models: _, drug, ...rest } = Object(value)
  const asked = drug ?? commonDrug(ids)
  const cases = ids.map((model) => readOne({ ...rest, drug: asked, model }, model, faults))
  refuse(merged(faults, ids.length))
  return { cases: cases.filter((one) => one !== undefined), drugIsNamed: drug !== undefined }
}

/** Where none is named: all that can be asked, or, of doses by other ways than the vein, all that know them. */
function comparableFor(fields: Fields): string[] {
  const regimen = fields.raw('regimen')
  const doses: unknown[] = Array.isArray(regimen) ? regimen : []
  const asked = doses.flatMap((dose) => ways.filter((way) => isObject(dose) && dose.route === way && !('absorption' in dose)))
  const able = known.filter((model) => comparable.includes(model.id) && knowsWays(model, asked)).map(({ id }) => id)
  return able.length > 0 ? able : [...comparable]
}

const isObject = (value: unknown): value is { route?: unknown } => typeof value === 'object' && value !== null

function readIds(fields: Fields): string[] {
  const ids = fields.list('models', 'a list of models').map(String)
  ids.forEach((id, i) => {
    const input = `models[${i}]`
    if (!comparable.includes(id)) fields.faults.push({ input, value: id, expected: `one of ${comparable.join(', ')}` })
    else if (ids.indexOf(id) < i) fields.faults.push({ input, value: id, expected: 'each model once' })
  })
  if (ids.length === 0) fields.fault('models', 'at least one model')
  return ids
}

/** The drug all of them were fitted to; the racemate where they differ, since every model can be given that. */
function commonDrug(ids: readonly string[]): Drug {
  const drugs = new Set(known.filter(({ id }) => ids.includes(id)).map(({ drug }) => drug))
  const [only] = drugs
  return drugs.size === 1 && only ? only : 'racemic-ketamine'
}

function readOne(value: object, id: string, faults: Fault[]): SimulateCase | undefined {
  try {
    return readSimulateCase(value)
  } catch (error) {
    if (!(error instanceof EngineFault)) throw error
    faults.push(...error.faults.map((fault) => ({ ...fault, model: id })))
    return undefined
  }
}

/** One fault that all models find is told once; one that some find is told with the first that does. */
function merged(faults: readonly (Fault & { model?: string })[], of: number): Fault[] {
  const same = (a: Fault, b: Fault) => a.input === b.input && a.expected === b.expected
  return faults
    .filter((one, i) => faults.findIndex((each) => same(each, one)) === i)
    .map(({ model, ...one }) =>
      faults.filter((each) => same(each, one)).length < of ? { ...one, expected: `${one.expected} (asked by ${model})` } : one,
    )
}

/** The same regimen under each model, and how far they lie apart. */
export function compareCase({ cases, drugIsNamed }: CompareCase): CompareOutput {
  const found = cases.map(simulateCase)
  const [{ timesMin, drug }] = found
  const fitted = new Set(cases.map(({ model }) => model.drug))
  return {
    caseFile: caseFileVersion,
    drug,
    timesMin,
    models: Object.fromEntries(found.map(({ model, caseFile: _, timesMin: __, ...rest }) => [model, rest])),
    highestOverLowest: timesMin.map((_, i) => ratio(found.map(({ plasmaNgPerMl }) => plasmaNgPerMl[i]))),
    warnings: [
      ...(drugIsNamed || fitted.size === 1
        ? []
        : [{ about: 'drug', message: `no drug is named and the models were fitted to different ones: all are given ${drug}` }]),
      ...found.flatMap(({ model, warnings }) =>
        warnings.map(({ about, message }) => ({ about, message: message.includes(model) ? message : `${model}: ${message}` })),
      ),
    ],
  }
}

function ratio(values: readonly number[]): number | null {
  const found = Math.max(...values) / Math.min(...values)
  return Number.isFinite(found) ? found : null
}
