import { models, versions } from '../definitions.ts'
import { EngineFault, type Fault, refuse } from '../fault.ts'
import { endOf } from '../regimen.ts'
import type { Warning } from '../warnings.ts'
import { Fields, utmost } from './fields.ts'
import { type PopulationCase, type PopulationOutput, populationCase, readPopulationCase } from './population.ts'
import { type SimulateOutput, simulateCase } from './simulate.ts'
import { caseFileVersion, drugs, readVersion } from './subject.ts'

/** The form of the lab's file; it stands in the file's field `lab`. */
export const labVersion = 1

const views = ['plasma', 'effect site'] as const

/** One model under one regimen, ready to be simulated; times hold the one at which models are compared. */
export type LabCurve = { model: string; regimen: string; compareAtMin: number; asked: PopulationCase }

export type LabWarning = Warning | { about: 'versions'; message: string }

export type Lab = {
  curves: readonly LabCurve[]
  /** How long after the last dose of each regimen the models are compared. */
  compareAfterEndMin: number
  view: (typeof views)[number]
  warnings: readonly LabWarning[]
}

/** How far the models lie apart at the time of comparing, under one regimen; null where the lowest is nothing at all. */
export type LabSpread = { regimen: string; atMin: number; lowest: string; highest: string; highestOverLowest: number | null }

export type LabOutput = {
  caseFile: number
  lab: number
  compareAfterEndMin: number
  spread: readonly LabSpread[]
  curves: readonly { model: string; regimen: string; typical: SimulateOutput; population: PopulationOutput }[]
  warnings: readonly LabWarning[]
}

/** Whether a file says of itself that it comes from the lab. */
export const isLab = (value: unknown): boolean => typeof value === 'object' && value !== null && 'lab' in value

/** Reads a file of the lab: one to four models under one to three regimens, one subject. Every fault at once, by its place in the file. */
export function readLab(value: unknown): Lab {
  const faults: Fault[] = []
  const fields = new Fields(
    value,
    '',
    faults,
    'an object with lab, models, drug, subject, regimens, timesMin, compareAfterEndMin',
  )
  const caseFile = readVersion(fields)
  if (fields.raw('lab') !== labVersion) fields.fault('lab', `${labVersion}`)
  const ids = readIds(fields)
  fields.oneOf('drug', drugs)
  const compareAfterEndMin = fields.number('compareAfterEndMin', { min: 0, max: utmost.minutes })
  const view = fields.oneOf('view', views, 'plasma')
  if (view === 'effect site' && !fields.has('effectSite')) fields.fault('effectSite', 'an effect site, since it is what is shown')
  for (const name of ['size', 'seed']) if (fields.raw(name) === undefined) fields.fault(name, 'a whole number')
  const regimens = readNames(fields)
  const warnings = versionWarnings(fields, ids)
  const shared = sharedOf(fields)
  const borrowed = fields.raw('variabilityWhereNone')
  fields.nothingElse()
  const curves = regimens.flatMap(({ name, raw }, j) =>
    ids.flatMap((model, i) => {
      const own = knownModels.find(({ id }) => id === model)?.variability
      const one = { caseFile, ...shared, ...raw, model, ...(typeof own !== 'object' && { variability: borrowed }) }
      const asked = readOne(one, `models[${i}]`, `regimens[${j}]`, faults)
      return asked ? [{ model, regimen: name, compareAtMin: lastOf(asked) + compareAfterEndMin, asked }] : []
    }),
  )
  refuse(unique(faults))
  return { curves: withCompared(curves), compareAfterEndMin, view, warnings }
}

/** When the last dose has ended that is infused, or is taken. */
const lastOf = ({ regimen, absorbed }: PopulationCase) => absorbed.reduce((last, { at }) => Math.max(last, at), endOf(regimen))

const knownModels = Object.values(models)

function readIds(fields: Fields): string[] {
  const ids = fields.list('models', 'a list of one to four models').map(String)
  if (Array.isArray(fields.raw('models')) && (ids.length < 1 || ids.length > 4)) fields.fault('models', 'one to four models')
  if (new Set(ids).size < ids.length) fields.fault('models', 'each model once')
  return ids
}

/** Each regimen’s name, and the rest of it as it was written, to be read with every model. */
function readNames(fields: Fields) {
  const found = fields.objects('regimens', 'a list of one to three regimens, each with name and regimen').map((regimen) => {
    const name = regimen.text('name')
    const raw = { regimen: regimen.raw('regimen'), salt: regimen.raw('salt') }
    if (Array.isArray(raw.regimen) && raw.regimen.length === 0) regimen.fault('regimen', 'at least one dose')
    regimen.nothingElse()
    return { name, raw }
  })
  if (Array.isArray(fields.raw('regimens')) && (found.length < 1 || found.length > 3))
    fields.fault('regimens', 'one to three regimens')
  if (new Set(found.map(({ name }) => name)).size < found.length) fields.fault('regimens', 'a name of its own for each regimen')
  return found
}

/** What every curve has alike. */
const sharedOf = (fields: Fields) =>
  Object.fromEntries(['drug', 'subject', 'timesMin', 'effectSite', 'size', 'seed'].map((name) => [name, fields.raw(name)]))

/** A result made with another version of a model can be drawn again, and says so. */
function versionWarnings(fields: Fields, ids: readonly string[]): LabWarning[] {
  const written = fields.has('versions') ? fields.object('versions', 'an object with the version of each model') : undefined
  fields.raw('versions')
  const now: Readonly<Record<string, string>> = versions
  const warnings = ids.flatMap((id): LabWarning[] => {
    const then = written?.raw(id)
    if (then === undefined || then === now[id]) return []
    return [{ about: 'versions', message: `the file was made with ${id} ${String(then)}; here it is ${now[id]}` }]
  })
  return warnings
}

/** One curve’s case; its faults are put where they stand in the lab’s file. */
function readOne(one: object, model: string, regimen: string, faults: Fault[]): PopulationCase | undefined {
  try {
    return readPopulationCase(one)
  } catch (error) {
    if (!(error instanceof EngineFault)) throw error
    faults.push(...error.faults.map((fault) => ({ ...fault, input: placed(fault.input, model, regimen) })))
    return undefined
  }
}

function placed(input: string, model: string, regimen: string): string {
  if (input === 'model') return model
  if (input === 'variability') return 'variabilityWhereNone'
  return /^(regimen|salt)/.test(input) ? `${regimen}.${input}` : input
}

/** Four models find the same fault of a dose four times. */
const unique = (faults: readonly Fault[]) =>
  faults.filter((one, i) => faults.findIndex(({ input, expected }) => input === one.input && expected === one.expected) === i)

/** Every curve at the same times, the ones of comparing among them. */
function withCompared(curves: readonly LabCurve[]): LabCurve[] {
  const compared = curves.map(({ compareAtMin }) => compareAtMin)
  return curves.map((curve) => {
    const timesMin = [...new Set([...curve.asked.timesMin, ...compared])].sort((a, b) => a - b)
    return { ...curve, asked: { ...curve.asked, timesMin } }
  })
}

/** All curves of a lab’s file: the typical subject and the bands of each, and how far the models lie apart. */
export function labCase(
  { curves, compareAfterEndMin, warnings }: Lab,
  onProgress?: (done: number, of: number) => void,
): LabOutput {
  const found = curves.map(({ model, regimen, asked }, i) => {
    const one = { model, regimen, typical: simulateCase(asked), population: populationCase(asked) }
    onProgress?.(i + 1, curves.length)
    return one
  })
  const firsts = curves.filter(({ regimen }, i) => curves.findIndex((each) => each.regimen === regimen) === i)
  const spread = firsts.map(({ regimen, compareAtMin: atMin }) => {
    const values = found
      .filter((each) => each.regimen === regimen)
      .map(({ model, typical }) => ({ id: model, value: typical.plasmaNgPerMl[typical.timesMin.indexOf(atMin)] }))
    return { regimen, atMin, ...labSpread(values) }
  })
  return { caseFile: caseFileVersion, lab: labVersion, compareAfterEndMin, spread, curves: found, warnings }
}

/** Which of some values is the lowest and which the highest, and the ratio of the two. */
export function labSpread(values: readonly { id: string; value: number }[]): Omit<LabSpread, 'regimen' | 'atMin'> {
  const sorted = values.toSorted((a, b) => a.value - b.value)
  const [lowest, highest] = [sorted[0], sorted[sorted.length - 1]]
  if (!lowest || !highest) return { lowest: '', highest: '', highestOverLowest: null }
  const ratio = highest.value / lowest.value
  return { lowest: lowest.id, highest: highest.id, highestOverLowest: Number.isFinite(ratio) ? ratio : null }
}
