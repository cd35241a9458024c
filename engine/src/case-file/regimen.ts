import type { Subject } from '../model.ts'
import { course, type Pause, paused, type Regimen, ramp } from '../regimen.ts'
import { baseOfHydrochloride, mgPerHour } from '../units.ts'
import { dosingWeight, leastHeightCm, weightBases } from '../weight.ts'
import { readTaken, type Taken } from './absorbed.ts'
import { type Fields, utmost } from './fields.ts'
import { readLog } from './log.ts'

const forms =
  'a dose: bolusMg at atMin, infuseMg overMin at atMin, rateMgPerHour fromMin toMin, or rampFromMgPerHour rampToMgPerHour fromMin toMin, or giveMg by a route at atMin (each also per kg)'
const time = { min: 0, max: utmost.minutes }
const mass = { min: 0, max: utmost.mg }
/** A course of a year by a pump that is set every half hour; beyond it a case is a slip of the pen. */
const mostDoses = 20_000
const salts = ['base', 'hydrochloride'] as const

type Doses = { regimen: Regimen; taken: readonly Taken[] }

/** The doses of a case that knows the vein alone; one by another way is a fault by its name. */
export function readRegimen(fields: Fields, subject: Subject & { heightCm?: number }, what: string): Regimen {
  const { regimen, taken } = readDoses(fields, subject)
  for (const { fields: dose } of taken) dose.fault('route', `a dose into the vein: ${what} knows no other way yet`)
  return regimen
}

/**
 * The doses of a case, in mg of free base: a regimen, or the log of what was done at the pump. Amounts per kg are of the weight that
 * `doseWeight` names; pauses are laid over all that a pump gives. What is taken by other ways stands apart.
 */
export function readDoses(fields: Fields, subject: Subject & { heightCm?: number }): Doses {
  const isSalt = fields.oneOf('salt', salts, 'base') === 'hydrochloride'
  const weightKg = readDoseWeight(fields, subject)
  if (fields.has('log') && fields.has('regimen')) fields.fault('log', 'either regimen or log, not both')
  const read = fields.has('log')
    ? [{ regimen: readLog(fields), taken: [] }]
    : fields.objects('regimen', 'a list of doses').map((dose) => readDose(dose, weightKg))
  const given = read.flatMap(({ regimen }) => regimen)
  const taken = read.flatMap((one) => one.taken)
  for (const name of ['regimen', 'log', 'logUntilMin']) fields.raw(name)
  if (given.length + taken.reduce((sum, { at }) => sum + at.length, 0) > mostDoses)
    fields.fault(
      fields.has('log') ? 'log' : 'regimen',
      `at most ${mostDoses} doses; every repeat and every step of a ramp counts as one`,
    )
  const whole = readPauses(fields).reduce((all: Regimen, pause) => paused(all, pause), given)
  const inBase = <T extends { mg: number }>(dose: T): T => (isSalt ? { ...dose, mg: baseOfHydrochloride(dose.mg) } : dose)
  return { regimen: whole.map(inBase), taken: taken.map(inBase) }
}

function readDoseWeight(fields: Fields, { weightKg, heightCm, sex }: Subject & { heightCm?: number }): number {
  const basis = fields.oneOf('doseWeight', weightBases, 'actual')
  if (basis === 'actual' || !Number.isFinite(weightKg)) return weightKg
  if (heightCm !== undefined && sex !== undefined && heightCm >= leastHeightCm)
    return dosingWeight(basis, { weightKg, heightCm, sex })
  fields.fault(
    'doseWeight',
    `actual, or sex of the subject and a heightCm of at least ${leastHeightCm}, which ${basis} weight needs`,
  )
  return weightKg
}

function readPauses(fields: Fields): Pause[] {
  fields.raw('pauses')
  if (!fields.has('pauses')) return []
  return fields.objects('pauses', 'a list of pauses with fromMin, toMin, rest').flatMap((pause) => {
    const from = pause.number('fromMin', time)
    const to = pause.number('toMin', time)
    const rest = pause.oneOf('rest', ['lost', 'later'] as const)
    if (to <= from) pause.fault('toMin', `after fromMin, ${from}`)
    pause.nothingElse()
    return to > from ? [{ from, minutes: to - from, rest }] : []
  })
}

const none: Doses = { regimen: [], taken: [] }

/** A dose by another way, as often as it is taken. */
function readRouted(dose: Fields, weightKg: number): Doses {
  const mg = amount(dose, 'giveMg', 'giveMgPerKg', weightKg)
  if (mg === undefined) dose.faultOfAll(forms)
  const taken = readTaken(dose, mg ?? Number.NaN)
  dose.nothingElse()
  return { regimen: [], taken: [taken] }
}

function readDose(dose: Fields, weightKg: number): Doses {
  return dose.has('route') || dose.has('giveMg') || dose.has('giveMgPerKg')
    ? readRouted(dose, weightKg)
    : { ...none, regimen: readGiven(dose, weightKg) }
}

function readGiven(dose: Fields, weightKg: number): Regimen {
  const kinds = [readBolus, readInfusion, readRate, readRamp]
    .map((read) => read(dose, weightKg))
    .filter((found) => found !== undefined)
  if (kinds.length !== 1) dose.faultOfAll(forms)
  const found = kinds.flat()
  const again = dose.has('repeatAtMin') ? dose.rising('repeatAtMin') : []
  dose.raw('repeatAtMin')
  dose.nothingElse()
  const isSound = [...found.flatMap((one) => Object.values(one)), ...again].every(Number.isFinite)
  if (!isSound || found.length === 0) return []
  const first = Math.min(...found.map(({ from }) => from))
  if (found.length * (again.length + 1) > mostDoses) {
    dose.fault('repeatAtMin', `at most ${mostDoses} doses of it; every step of a ramp counts as one`)
    return []
  }
  const shape = found.map((one) => ({ ...one, from: one.from - first }))
  return [...found, ...course(shape, again)]
}

/** The amount under one of two names: as it is, or per kg. */
function amount(dose: Fields, name: string, perKg: string, weightKg: number): number | undefined {
  const [has, hasPerKg] = [dose.has(name), dose.has(perKg)]
  dose.raw(name)
  dose.raw(perKg)
  if (has && hasPerKg) dose.fault(perKg, `either ${name} or ${perKg}, not both`)
  if (has) return dose.number(name, mass)
  return hasPerKg ? dose.number(perKg, mass) * weightKg : undefined
}

function readBolus(dose: Fields, weightKg: number): Regimen | undefined {
  const mg = amount(dose, 'bolusMg', 'bolusMgPerKg', weightKg)
  return mg === undefined ? undefined : [{ mg, from: dose.number('atMin', time), minutes: 0 }]
}

function readInfusion(dose: Fields, weightKg: number): Regimen | undefined {
  const mg = amount(dose, 'infuseMg', 'infuseMgPerKg', weightKg)
  return mg === undefined
    ? undefined
    : [{ mg, from: dose.number('atMin', time), minutes: dose.number('overMin', { above: 0, max: utmost.minutes }) }]
}

function readRate(dose: Fields, weightKg: number): Regimen | undefined {
  const rate = amount(dose, 'rateMgPerHour', 'rateMgPerKgPerHour', weightKg)
  if (rate === undefined) return undefined
  const from = dose.number('fromMin', time)
  const to = dose.number('toMin', time)
  if (to <= from) dose.fault('toMin', `after fromMin, ${from}`)
  return [{ mg: mgPerHour(rate) * (to - from), from, minutes: to - from }]
}

const mostSteps = 2000

function readRamp(dose: Fields, weightKg: number): Regimen | undefined {
  const first = amount(dose, 'rampFromMgPerHour', 'rampFromMgPerKgPerHour', weightKg)
  const last = amount(dose, 'rampToMgPerHour', 'rampToMgPerKgPerHour', weightKg)
  if (first === undefined && last === undefined) return undefined
  const every = dose.optionalNumber('everyMin', { min: 0.01, max: 1440 }) ?? 1
  const from = dose.number('fromMin', time)
  const to = dose.number('toMin', time)
  if (first === undefined || last === undefined) dose.faultOfAll('a ramp has both rampFromMgPerHour and rampToMgPerHour')
  if (to <= from) dose.fault('toMin', `after fromMin, ${from}`)
  else if ((to - from) / every > mostSteps)
    dose.fault('everyMin', `at least ${(to - from) / mostSteps}, for at most ${mostSteps} steps`)
  else if (first !== undefined && last !== undefined && [first, last, from, to, every].every(Number.isFinite))
    return ramp({ fromMgPerMin: mgPerHour(first), toMgPerMin: mgPerHour(last), from, minutes: to - from, every })
  return []
}
