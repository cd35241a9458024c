import { type Fault, numberFaults, refuse } from './fault.ts'

/** An amount in mg from a time (min) over a number of minutes; zero minutes is a bolus. */
export type Dose = { mg: number; from: number; minutes: number }

/** Doses over time. They may overlap: they add. A dose before time 0 was given before we began to look. */
export type Regimen = readonly Dose[]

/** A stretch in which the pump does not change, beginning with a bolus that may be 0. Rate in mg/min. */
export type Piece = { from: number; to: number; rate: number; bolus: number }

function checked(dose: Dose): Dose {
  refuse(doseFaults('dose', dose))
  return dose
}

/** Every fault of every dose at once. */
function allChecked(regimen: Regimen): Regimen {
  refuse(regimenFaults(regimen))
  return regimen
}

/** An amount (mg) given at once. */
export const bolus = (mg: number, at = 0): Dose => checked({ mg, from: at, minutes: 0 })

/** An amount (mg) given evenly over some minutes. */
export function infusion(mg: number, minutes: number, from = 0): Dose {
  const dose = { mg, from, minutes }
  refuse(doseFaults('dose', dose), minutes === 0 ? numberFaults('dose.minutes', minutes, { above: 0 }) : [])
  return dose
}

/** The same session again at each start (min): a course is its sessions laid in a row. */
export function course(session: Regimen, starts: readonly number[]): Regimen {
  refuse(
    regimenFaults(session),
    starts.flatMap((start, i) => numberFaults(`starts[${i}]`, start)),
  )
  return allChecked(starts.flatMap((start) => session.map((dose) => ({ ...dose, from: dose.from + start }))))
}

/** A rate that rises or falls evenly from one to another (mg/min), as a pump really does it. */
export type Ramp = { fromMgPerMin: number; toMgPerMin: number; from: number; minutes: number; every: number }

/**
 * A ramp in steps of `every` minutes, each at the mean rate of its stretch, as a pump is set: every milligram of the even ramp is given.
 * Plasma is never off by more than slope·every²/(4·V1), since no more than slope·every²/8 mg is ever early or late.
 */
export function ramp({ fromMgPerMin, toMgPerMin, from, minutes, every }: Ramp): Regimen {
  refuse(
    numberFaults('fromMgPerMin', fromMgPerMin, { min: 0 }),
    numberFaults('toMgPerMin', toMgPerMin, { min: 0 }),
    numberFaults('from', from),
    numberFaults('minutes', minutes, { above: 0 }),
    numberFaults('every', every, { min: Number.isFinite(minutes) ? minutes / 10_000 : 0, above: 0 }),
  )
  const count = Math.ceil(minutes / every - 1e-9)
  const rateAt = (t: number) => fromMgPerMin + ((toMgPerMin - fromMgPerMin) * t) / minutes
  return Array.from({ length: count }, (_, i) => {
    const [start, end] = [i * every, Math.min((i + 1) * every, minutes)]
    return infusion(rateAt((start + end) / 2) * (end - start), end - start, from + start)
  })
}

/** A pause of everything that runs: what was due in it is lost, or all that is left comes later by as much. */
export type Pause = { from: number; minutes: number; rest: 'lost' | 'later' }

/** The regimen with a pause in it. A bolus due in a pause is not given when it is lost. */
export function paused(regimen: Regimen, { from, minutes, rest }: Pause): Regimen {
  refuse(
    regimenFaults(regimen),
    numberFaults('pause.from', from),
    numberFaults('pause.minutes', minutes, { above: 0 }),
    rest === 'lost' || rest === 'later' ? [] : [{ input: 'pause.rest', value: rest, expected: 'lost or later' }],
  )
  const resumes = from + minutes
  return regimen.flatMap((dose) => {
    const end = dose.from + dose.minutes
    if (dose.minutes === 0) {
      if (dose.from < from) return [dose]
      return rest === 'later' ? [{ ...dose, from: dose.from + minutes }] : dose.from < resumes ? [] : [dose]
    }
    const before = part(dose, dose.from, Math.min(end, from))
    const after = rest === 'later' ? part(dose, Math.max(dose.from, from), end) : part(dose, Math.max(dose.from, resumes), end)
    const moved = rest === 'later' ? after.map((left) => ({ ...left, from: left.from + minutes })) : after
    return [...before, ...moved]
  })
}

/** What of an infusion falls between two times. */
const part = ({ mg, minutes }: Dose, from: number, to: number): Dose[] =>
  to > from ? [{ mg: (mg * (to - from)) / minutes, from, minutes: to - from }] : []

/** Every amount times a factor, such as the share of S-ketamine in a racemate. */
export function scaled(regimen: Regimen, factor: number): Regimen {
  refuse(numberFaults('factor', factor, { min: 0 }), regimenFaults(regimen))
  return allChecked(regimen.map((dose) => ({ ...dose, mg: dose.mg * factor })))
}

/** Everything given, in mg. */
export const totalMg = (regimen: Regimen) => regimen.reduce((sum, { mg }) => sum + mg, 0)

/** When the last dose has ended, in min; 0 for no dose. */
export const endOf = (regimen: Regimen) => regimen.reduce((last, { from, minutes }) => Math.max(last, from + minutes), 0)

/** Empty when every dose can be given. */
export function regimenFaults(regimen: unknown): Fault[] {
  if (!Array.isArray(regimen)) return [{ input: 'regimen', value: regimen, expected: 'a list of doses' }]
  return regimen.flatMap((dose: unknown, i) => doseFaults(`regimen[${i}]`, dose))
}

function doseFaults(input: string, dose: unknown): Fault[] {
  if (typeof dose !== 'object' || dose === null) return [{ input, value: dose, expected: 'a dose with mg, from, minutes' }]
  const { mg, from, minutes } = dose as Record<string, unknown>
  const isEndless = typeof mg === 'number' && typeof minutes === 'number' && minutes > 0 && mg / minutes === Infinity
  return [
    ...numberFaults(`${input}.mg`, mg, { min: 0 }),
    ...numberFaults(`${input}.from`, from),
    ...numberFaults(`${input}.minutes`, minutes, { min: 0 }),
    ...(isEndless
      ? [{ input: `${input}.minutes`, value: minutes, expected: 'long enough for a rate that is finite, or 0' }]
      : []),
  ]
}

/** Cuts all time, from the first dose or 0, whichever is earlier, to for ever, where the pump changes. */
export function pieces(regimen: Regimen): Piece[] {
  const starts = regimen.toSorted((a, b) => a.from - b.from)
  const cuts = cutsOf(regimen)
  let running: Dose[] = []
  let next = 0
  return cuts.map((from, i) => {
    running = running.filter((dose) => dose.from + dose.minutes > from)
    let given = 0
    for (; next < starts.length && starts[next].from <= from; next++) {
      if (isBolus(starts[next])) given += starts[next].mg
      else running.push(starts[next])
    }
    return {
      from,
      to: cuts[i + 1] ?? Infinity,
      rate: running.reduce((sum, { mg, minutes }) => sum + mg / minutes, 0),
      bolus: given,
    }
  })
}

/** An infusion too short for the clock to see has no stretch of its own: it is a bolus. */
const isBolus = ({ from, minutes }: Dose) => from + minutes <= from

const cutsOf = (regimen: Regimen) =>
  [...new Set([0, ...regimen.flatMap(({ from, minutes }) => [from, from + minutes])])].sort((a, b) => a - b)
