import { EngineFault, type Fault, refuse } from '../fault.ts'
import type { Drug, Model, Subject } from '../model.ts'
import type { Regimen } from '../regimen.ts'
import { fewestChanges } from '../target/fewest-changes.ts'
import { idealTarget } from '../target/ideal.ts'
import { type Step, stepTarget } from '../target/steps.ts'
import { inMgPerHour, inNgPerMl, mgPerHour, ngPerMl } from '../units.ts'
import { modelWarnings, type Warning } from '../warnings.ts'
import { doseWarnings } from '../warnings-doses.ts'
import { siteWarnings } from './effect-site.ts'
import { Fields, utmost } from './fields.ts'
import { caseFileVersion, readDrug, readModel, readSubject, readVersion } from './subject.ts'
import { type UnitWarning, unitWarnings } from './target-unit.ts'

/** Below these nothing is a target or a pump any more, and the last digits of a curve would be all of it. */
const [leastNgPerMl, leastMgPerHour] = [0.001, 0.001]

type Limits =
  | { kind: 'none' }
  | { kind: 'pump'; untilMin: number; maxMgPerHour: number; everyMin: number; stepMgPerHour: number; maxBolusMg: number }
  | { kind: 'changes'; untilMin: number; maxMgPerHour: number; lowNgPerMl: number; highNgPerMl: number }

export type TargetCase = {
  model: Model
  subject: Subject
  drug: Drug
  plasmaNgPerMl: number
  timesMin: number[]
  ke0PerMin?: number
  limits: Limits
}

type OutputStep = { fromMin: number; toMin: number; rateMgPerHour: number; reachedNgPerMl: number }

export type TargetOutput = {
  caseFile: number
  model: string
  drug: Drug
  timesMin?: number[]
  bolusMg: number
  rateMgPerHour?: number[]
  steps?: OutputStep[]
  /** From when on the curve is in the band that few changes keep. */
  inBandFromMin?: number
  warnings: readonly (Warning | UnitWarning)[]
}

/** Reads a case with a target; every fault at once, by its place in the file. */
export function readTargetCase(value: unknown): TargetCase {
  const faults: Fault[] = []
  const fields = new Fields(value, '', faults, 'an object with model, subject, plasmaNgPerMl, timesMin')
  readVersion(fields)
  const model = readModel(fields)
  const subject = readSubject(fields, model.reads)
  const drug = readDrug(fields, model)
  if (model.drug === 's-ketamine' && drug !== model.drug)
    fields.fault('drug', `${model.drug}: of a racemate ${model.id} knows one half, and a target is of the whole`)
  const limits = readLimits(fields)
  const ke0PerMin = fields.optionalNumber('ke0PerMin', { min: 1 / 10_000, max: utmost.perMinute })
  const plasmaNgPerMl =
    limits.kind === 'changes'
      ? (limits.lowNgPerMl + limits.highNgPerMl) / 2
      : fields.number('plasmaNgPerMl', { min: leastNgPerMl, max: 1e5 })
  fields.raw('plasmaNgPerMl')
  const timesMin = limits.kind === 'none' || fields.has('timesMin') ? fields.rising('timesMin') : []
  fields.raw('timesMin')
  if (limits.kind === 'none' && ke0PerMin !== undefined)
    fields.fault('ke0PerMin', 'a pump or changes beside it; without limits the target is plasma')
  fields.nothingElse()
  refuse(faults)
  return { model, subject, drug, plasmaNgPerMl, timesMin, limits, ...(ke0PerMin !== undefined && { ke0PerMin }) }
}

function readLimits(fields: Fields): Limits {
  fields.raw('pump')
  fields.raw('changes')
  if (fields.has('pump') && fields.has('changes')) fields.fault('changes', 'either pump or changes, not both')
  if (fields.has('pump')) return readPump(fields.object('pump', 'an object with maxMgPerHour, everyMin, untilMin'))
  if (fields.has('changes'))
    return readBand(fields.object('changes', 'an object with lowNgPerMl, highNgPerMl, untilMin, maxMgPerHour'))
  return { kind: 'none' }
}

function readPump(pump: Fields): Limits {
  const limits = {
    kind: 'pump' as const,
    maxMgPerHour: pump.number('maxMgPerHour', { min: leastMgPerHour, max: utmost.mg }),
    everyMin: pump.number('everyMin', { min: 0.1, max: 1440 }),
    untilMin: pump.number('untilMin', { min: 0.1, max: 20_160 }),
    stepMgPerHour: pump.optionalNumber('stepMgPerHour', { min: 0, max: utmost.mg }) ?? 0,
    maxBolusMg: pump.optionalNumber('maxBolusMg', { min: 0, max: utmost.mg }) ?? 0,
  }
  pump.nothingElse()
  return limits
}

function readBand(band: Fields): Limits {
  const lowNgPerMl = band.number('lowNgPerMl', { min: leastNgPerMl, max: utmost.ngPerMl })
  const limits = {
    kind: 'changes' as const,
    lowNgPerMl,
    highNgPerMl: band.number('highNgPerMl', { above: Number.isFinite(lowNgPerMl) ? lowNgPerMl : 0, max: utmost.ngPerMl }),
    untilMin: band.number('untilMin', { min: 0.1, max: 20_160 }),
    maxMgPerHour: band.number('maxMgPerHour', { min: leastMgPerHour, max: utmost.mg }),
  }
  band.nothingElse()
  return limits
}

const shown = (steps: readonly Step[]): OutputStep[] =>
  steps.map(({ from, to, mgPerMin, reached }) => ({
    fromMin: from,
    toMin: to,
    rateMgPerHour: inMgPerHour(mgPerMin),
    reachedNgPerMl: inNgPerMl(reached),
  }))

/** The doses that reach and hold the target: ideal without limits, else as settings of a pump. */
export function targetCase(asked: TargetCase): TargetOutput {
  const { model, subject, drug, plasmaNgPerMl, limits } = asked
  const targets = limits.kind === 'changes' ? [limits.lowNgPerMl, limits.highNgPerMl] : [plasmaNgPerMl]
  const site = asked.ke0PerMin === undefined ? [] : siteWarnings(model, asked.ke0PerMin)
  const doses = dosesOf(asked)
  const warnings = [
    ...modelWarnings(model, subject, drug),
    ...doseWarnings(regimenOf(doses), subject.weightKg),
    ...site,
    ...unitWarnings(targets),
  ]
  return { caseFile: caseFileVersion, model: model.id, drug, ...doses, warnings }
}

/** What the pump would give: an ideal schedule is its bolus alone, its rates fall from moment to moment. */
const regimenOf = ({ bolusMg, steps = [] }: Doses): Regimen => [
  { mg: bolusMg, from: 0, minutes: 0 },
  ...steps.map(({ fromMin, toMin, rateMgPerHour }) => ({
    mg: mgPerHour(rateMgPerHour) * (toMin - fromMin),
    from: fromMin,
    minutes: toMin - fromMin,
  })),
]

type Doses = Pick<TargetOutput, 'timesMin' | 'bolusMg' | 'rateMgPerHour' | 'steps' | 'inBandFromMin'>

function dosesOf(asked: TargetCase): Doses {
  const { model, subject, plasmaNgPerMl, timesMin, ke0PerMin, limits } = asked
  const p = model.parameters(subject)
  const site = ke0PerMin === undefined ? {} : { ke0: ke0PerMin }
  if (limits.kind === 'none') {
    const { bolusMg, mgPerMin } = idealTarget(p, ngPerMl(plasmaNgPerMl), timesMin)
    return { timesMin, bolusMg, rateMgPerHour: Array.from(mgPerMin, inMgPerHour) }
  }
  const { untilMin } = limits
  if (limits.kind === 'pump') {
    const pump = {
      maxMgPerMin: mgPerHour(limits.maxMgPerHour),
      stepMgPerMin: mgPerHour(limits.stepMgPerHour),
      everyMin: limits.everyMin,
      maxBolusMg: limits.maxBolusMg,
    }
    const { bolusMg, steps } = stepTarget(p, { target: ngPerMl(plasmaNgPerMl), untilMin, pump, ...site })
    return { bolusMg, steps: shown(steps) }
  }
  const band = { low: ngPerMl(limits.lowNgPerMl), high: ngPerMl(limits.highNgPerMl), maxMgPerMin: mgPerHour(limits.maxMgPerHour) }
  const { bolusMg, steps, inBandFrom } = inCaseWords(() => fewestChanges(p, { ...band, untilMin, ...site }))
  return { bolusMg, steps: shown(steps), inBandFromMin: inBandFrom }
}

/** A pump too weak for the band is found only while it is tried; the fault is told by its place in the case. */
function inCaseWords<T>(tried: () => T): T {
  try {
    return tried()
  } catch (error) {
    if (!(error instanceof EngineFault)) throw error
    const [first, ...rest] = error.faults.map((fault) =>
      fault.input === 'maxMgPerMin'
        ? { ...fault, input: 'changes.maxMgPerHour', value: inMgPerHour(Number(fault.value)) }
        : fault,
    )
    throw new EngineFault([first, ...rest])
  }
}
