import { minutesFrom, type Pressure, pressuresToday } from '../chart/latest-facts.ts'
import { quantity } from '../quantity.ts'
import { bloodPressure } from '../screening/blood-pressure.ts'
import { defineGate, type GatedAct, type GateFacts, met, notMet, unknown } from '../visit/gate.ts'
import type { Said } from '../words/said.ts'
import { saying } from '../words/saying.ts'

type Shown = Pick<Pressure, 'systolic' | 'diastolic'>
const shown = ({ systolic, diastolic }: Pressure) => said('read', { systolic, diastolic })
const isWhole = ({ systolic, diastolic }: Pressure) => systolic !== null && diastolic !== null

/** `shut`: over the limit that no visit passes. `high`: over the one that a repeat decides. A half that is missing says nothing. */
function levelOf({ systolic, diastolic }: Pressure): 'shut' | 'high' | 'low' {
  const read = { systolic: systolic ?? 0, diastolic: diastolic ?? 0, bloodPressureRepeated: 'yes' } as const
  const { level } = bloodPressure.check(read, { today: null as never })
  return level === 'exclude' ? 'shut' : level === 'defer' ? 'high' : 'low'
}

/** The readings, all under both limits and whole, with which the list ends. */
const lowRun = (readings: readonly Pressure[]): Pressure[] => {
  const broken = readings.findLastIndex((each) => levelOf(each) !== 'low')
  return readings.slice(broken + 1).filter(isWhole)
}

/** Whether a pressure stood in the way today: once over the upper limit, or twice in a row over the lower one. */
const stoodInTheWay = (readings: readonly Pressure[]): boolean =>
  readings.some((each, i) => {
    const before = readings[i - 1]
    return levelOf(each) === 'shut' || (levelOf(each) === 'high' && before !== undefined && levelOf(before) !== 'low')
  })

const says = {
  read: ({ systolic, diastolic }: Shown) => `${systolic ?? '–'}/${diastolic ?? '–'}`,
  measure: 'it is measured',
  'two-low': ({ minutes }: { minutes: number }) => `two readings, ${quantity(minutes, 'min')} apart, are under 160 and under 100`,
  recheck: 'it is rechecked after rest',
  low: 'a reading is under 180 and under 110',
  again: ({ minutes }: { minutes: number }) => `it is measured again; a reading is good for ${quantity(minutes, 'min')}`,
} as const
const said = saying(says)

export const pressure = defineGate({
  id: 'pressure',
  title: 'Blood pressure',
  asks: 'Under 180/110, and not 160/100 or more on recheck; a reading is good for 15 min',
  source: 'clinical reference 9.2, S09 and S10; two readings five minutes apart, and 15 min, are policy',
  basis: 'proposed',
  says,
  check: (facts, asOf, act) => {
    const readings = pressuresToday(facts, asOf, facts.zone)
    const latest = readings.at(-1)
    if (!latest) return unknown(said('measure'), 'vitals')
    const seen = { value: shown(latest), at: latest.at, by: latest.by }
    const isRunning = act === 'resume' || act === 'raise'
    return (isRunning ? whileRunning : beforeStart)({ readings, latest, seen, facts, asOf, act })
  },
  examples: [
    [{}, 'met'],
    [{ act: 'draw-up', without: ['vitals'] }, 'met'],
    [{ without: ['vitals', 'checked-in'], chart: { systolic: null, diastolic: null } }, 'unknown'],
    [{ log: [[2, vitals(182, 95)]] }, 'not-met'],
    [{ log: [[2, vitals(120, 110)]] }, 'not-met'],
    [{ log: [[2, vitals(182, null)]] }, 'not-met'],
    [
      {
        without: ['vitals'],
        log: [
          [9, vitals(182, 95)],
          [2, vitals(150, 88)],
        ],
      },
      'not-met',
    ],
    [
      {
        log: [
          [9, vitals(182, 95)],
          [7, vitals(150, 88)],
          [2, vitals(148, 86)],
        ],
      },
      'met',
    ],
    [
      {
        without: ['vitals'],
        log: [
          [9, vitals(182, 95)],
          [5, vitals(150, 88)],
          [2, vitals(148, 86)],
        ],
      },
      'not-met',
    ],
    [{ log: [[2, vitals(165, 90)]] }, 'unknown'],
    [
      {
        log: [
          [8, vitals(165, 90)],
          [2, vitals(162, 90)],
        ],
      },
      'not-met',
    ],
    [
      {
        log: [
          [8, vitals(165, 90)],
          [2, vitals(159, 99)],
        ],
      },
      'met',
    ],
    [{ act: 'resume', log: [[2, vitals(165, 90)]] }, 'met'],
    [{ act: 'resume', log: [[2, vitals(180, 90)]] }, 'not-met'],
    [{ without: ['vitals'], log: [[15.1, vitals(126, 78)]] }, 'unknown'],
    [{ without: ['vitals'], log: [[15, vitals(126, 78)]] }, 'met'],
    [{ act: 'raise', without: ['vitals'], log: [[16, vitals(126, 78)]] }, 'unknown'],
  ],
})

function vitals(systolic: number | null, diastolic: number | null) {
  return { kind: 'vitals', systolic, diastolic, pulse: 72, spo2: 98, resp: 14 } as const
}

type Reading = {
  readings: readonly Pressure[]
  latest: Pressure
  seen: { value: Said; at: string; by: string | null }
  facts: GateFacts
  asOf: string
  act: GatedAct
}

function beforeStart({ readings, latest, seen, facts, asOf, act }: Reading) {
  const apart = facts.policy.pressureApartMinutes
  const next = (at: string) => new Date(Date.parse(at) + apart * 60_000).toISOString()
  const words = said('two-low', { minutes: apart })
  const run = lowRun(readings)
  const [first, last] = [run.at(0), run.at(-1)]
  if (stoodInTheWay(readings) && !(first && last && minutesFrom(first.at, last.at) >= apart))
    return notMet(words, 'vitals', { ...seen, actFrom: next(first?.at ?? latest.at) })
  if (levelOf(latest) === 'high' && facts.chart.bloodPressureRepeated?.value === 'yes')
    return notMet(words, 'vitals', { ...seen, actFrom: next(latest.at) })
  if (levelOf(latest) === 'high') return unknown(said('recheck'), 'vitals', { ...seen, actFrom: next(latest.at) })
  return act === 'draw-up' ? met(seen) : fresh({ readings, latest, seen, facts, asOf, act })
}

function whileRunning(reading: Reading) {
  const { latest, seen } = reading
  return levelOf(latest) === 'shut' ? notMet(said('low'), 'vitals', seen) : fresh(reading)
}

function fresh({ readings, seen, facts, asOf }: Reading) {
  const whole = readings.findLast(isWhole)
  const most = facts.policy.signMinutes.pressure
  if (whole && minutesFrom(whole.at, asOf) <= most) return met({ value: shown(whole), at: whole.at, by: whole.by })
  return unknown(said('again', { minutes: most }), 'vitals', whole ? { value: shown(whole), at: whole.at, by: whole.by } : seen)
}
