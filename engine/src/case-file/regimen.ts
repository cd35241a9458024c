import { course, type Dose, type Regimen } from '../regimen.ts'
import { baseOfHydrochloride, mgPerHour } from '../units.ts'
import { type Fields, utmost } from './fields.ts'

const forms = 'a dose: bolusMg at atMin, infuseMg overMin at atMin, or rateMgPerHour fromMin toMin (each also per kg)'
const time = { min: 0, max: utmost.minutes }
const mass = { min: 0, max: utmost.mg }
const salts = ['base', 'hydrochloride'] as const

/** The doses of a case, in mg of free base. Amounts per kg are of the weight given. */
export function readRegimen(fields: Fields, weightKg: number): Regimen {
  const isSalt = fields.oneOf('salt', salts, 'base') === 'hydrochloride'
  const given = fields.objects('regimen', 'a list of doses').flatMap((dose) => readDose(dose, weightKg))
  return isSalt ? given.map((dose) => ({ ...dose, mg: baseOfHydrochloride(dose.mg) })) : given
}

function readDose(dose: Fields, weightKg: number): Regimen {
  const kinds = [readBolus, readInfusion, readRate].map((read) => read(dose, weightKg)).filter((found) => found !== undefined)
  if (kinds.length !== 1) dose.faultOfAll(forms)
  const [found = { mg: 0, from: 0, minutes: 1 }] = kinds
  const again = dose.has('repeatAtMin') ? dose.rising('repeatAtMin') : []
  dose.raw('repeatAtMin')
  dose.nothingElse()
  const isSound = Object.values(found).every(Number.isFinite) && again.every(Number.isFinite)
  return isSound ? [found, ...course([{ ...found, from: 0 }], again)] : []
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

function readBolus(dose: Fields, weightKg: number): Dose | undefined {
  const mg = amount(dose, 'bolusMg', 'bolusMgPerKg', weightKg)
  return mg === undefined ? undefined : { mg, from: dose.number('atMin', time), minutes: 0 }
}

function readInfusion(dose: Fields, weightKg: number): Dose | undefined {
  const mg = amount(dose, 'infuseMg', 'infuseMgPerKg', weightKg)
  return mg === undefined
    ? undefined
    : { mg, from: dose.number('atMin', time), minutes: dose.number('overMin', { above: 0, max: utmost.minutes }) }
}

function readRate(dose: Fields, weightKg: number): Dose | undefined {
  const rate = amount(dose, 'rateMgPerHour', 'rateMgPerKgPerHour', weightKg)
  if (rate === undefined) return undefined
  const from = dose.number('fromMin', time)
  const to = dose.number('toMin', time)
  if (to <= from) dose.fault('toMin', `after fromMin, ${from}`)
  return { mg: mgPerHour(rate) * (to - from), from, minutes: to - from }
}
