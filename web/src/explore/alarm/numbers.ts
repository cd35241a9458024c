import { circuitParameters, effects, type Signal, simulateCircuit, units } from '@dripline/engine'
import { once } from '../once.ts'

/** The strengths of a setting: from a touch to an injury, 1 is a strong signal. */
const strengths = Array.from({ length: 10 }, (_, i) => (i + 1) / 5)
const [touch, strong] = [0, 4] as const
/** A nerve that has not had pain for long: the circuit's own baseline is of somebody who has. */
const calmNerve = { baselineSensitisation: 0.1, baselineGlia: 0.1 }
const [signalWeeks, courseDays, courseStep] = [4, 84, 3.5]
const firstHours = 6
/** The steady opioid of the claim, in multiples of its C50, from one day to another. */
const opioid = { level: 1.5, from: 3, to: 38, last: 60 }

/** A run of the circuit in a nerve that was calm. Days; pain is 100 before. */
type Course = {
  /** Of 100, how far the relay is sensitised. */
  stuck: readonly number[]
  /** Pain on the first day of this signal, and of a touch a week after its end. */
  first: number
  touchAfter: number
}

/** What is heard of the alarm at each strength; all of it the engine's, none of it fitted to anybody. */
export type AlarmNumbers = {
  /** Where the setting starts, and which of them is a touch, by place. */
  strong: number
  touch: number
  /** Of 100 gates, how many let current in at each strength. */
  calm: readonly number[]
  stuck: readonly number[]
  signalWeeks: number
  days: readonly number[]
  courses: readonly Course[]
  /** Pain of a touch before any of it, 100 is none. */
  touchBefore: number
  opioid: { from: number; to: number; days: readonly number[]; pain: readonly number[] }
}

const whole = (share: number) => Math.round(100 * share)
/** Fine enough for a line without steps, and to be rounded once more. */
const fine = (share: number) => Math.round(10_000 * share) / 100

const gatesAt = (sensitisation: number) => {
  const { restVoltage, voltageOfSignal, voltageOfSensitisation, magnesium } = circuitParameters
  return strengths.map((signal) =>
    fine(
      effects.magnesiumBlockJahrStevens1990.passes(
        restVoltage.value + voltageOfSignal.value * signal + voltageOfSensitisation.value * sensitisation,
        magnesium.value,
      ),
    ),
  )
}

const painAt = (time: number, signal: readonly Signal[]) =>
  whole(simulateCircuit({ times: [time], signal, parameters: calmNerve }).pain[0] ?? 0)

const touchOn = (day: number): Signal => ({ from: units.days(day), to: units.days(day + 1), level: strengths[touch] ?? 0 })
const weekAfter = 7 * (signalWeeks + 1)
const soonAfter = (day: number) => units.days(day) + units.hours(firstHours)
const days = Array.from({ length: courseDays / courseStep + 1 }, (_, i) => i * courseStep)

function courseOf(level: number): Course {
  const signal = [{ from: 0, to: units.days(7 * signalWeeks), level }]
  const { sensitisation } = simulateCircuit({ times: days.map(units.days), signal, parameters: calmNerve })
  return {
    stuck: [...sensitisation].map(fine),
    first: painAt(units.hours(firstHours), signal),
    touchAfter: painAt(soonAfter(weekAfter), [...signal, touchOn(weekAfter)]),
  }
}

function opioidCourse(): AlarmNumbers['opioid'] {
  const { level, from, to, last } = opioid
  // A moment after each change, so that a step is drawn as one.
  const at = [...Array.from({ length: last / 2 + 1 }, (_, i) => i * 2), from - 0.01, from + 0.05, to - 0.01, to + 0.05].sort(
    (a, b) => a - b,
  )
  const given = [{ from: units.days(from), to: units.days(to), level }]
  const { pain } = simulateCircuit({ times: at.map(units.days), opioid: given })
  return { from, to, days: at, pain: [...pain].map(fine) }
}

export const alarmNumbers = once(
  'cork',
  (): AlarmNumbers => ({
    strong,
    touch,
    calm: gatesAt(0),
    stuck: gatesAt(1),
    signalWeeks,
    days,
    courses: strengths.map(courseOf),
    touchBefore: painAt(soonAfter(weekAfter), [touchOn(weekAfter)]),
    opioid: opioidCourse(),
  }),
)
