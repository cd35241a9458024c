import { isAfterStop, minutesFrom, pressuresToday } from '../chart/latest-facts.ts'
import { quantity } from '../quantity.ts'
import { defineGate, type GateFacts, met, notMet, unknown } from '../visit/gate.ts'
import { saying } from '../words/saying.ts'

const vitals = (systolic: number, diastolic: number) =>
  ({ kind: 'vitals', systolic, diastolic, pulse: 72, spo2: 98, resp: 14 }) as const

const isNear = (value: number, start: number, { policy }: GateFacts) =>
  Math.abs(value - start) * 100 <= policy.leavingPressurePercent * start

type Pair = { systolic: number; diastolic: number }

const says = {
  take: 'a blood pressure is taken',
  taken: ({ systolic, diastolic }: Pair) => `${systolic}/${diastolic}`,
  'after-stop': 'a blood pressure is taken after the stop',
  again: ({ minutes }: { minutes: number }) => `a blood pressure is taken: a reading is good for ${quantity(minutes, 'min')}`,
  'no-baseline': 'a prescriber decides: no blood pressure was charted at check-in',
  near: ({ percent, systolic, diastolic }: Pair & { percent: number }) =>
    `a pressure is within ${quantity(percent, '%')} of ${systolic}/${diastolic}`,
} as const
const said = saying(says)

export const signs = defineGate({
  id: 'signs',
  title: 'Blood pressure near baseline',
  asks: 'After the stop, within the last 15 min, within 20 % of check-in',
  source: 'Aldrete 1995, within 20 % of baseline; clinical reference 9.5, steps 20 and 21',
  basis: 'proposed',
  overridable: true,
  says,
  check: (facts, asOf) => {
    const { visit, policy, zone } = facts
    const last = pressuresToday(facts, asOf, zone).at(-1)
    if (!last || last.systolic === null || last.diastolic === null) return unknown(said('take'), 'vitals')
    const seen = { value: said('taken', { systolic: last.systolic, diastolic: last.diastolic }), at: last.at, by: last.by }
    if (!isAfterStop(visit, last.at)) return unknown(said('after-stop'), 'vitals', seen)
    const holds = policy.signMinutes.pressure
    if (minutesFrom(last.at, asOf) > holds) return unknown(said('again', { minutes: holds }), 'vitals', seen)
    const start = visit.checkIn?.vitals
    if (typeof start?.systolic !== 'number' || typeof start.diastolic !== 'number')
      return unknown(said('no-baseline'), 'vitals', seen)
    return isNear(last.systolic, start.systolic, facts) && isNear(last.diastolic, start.diastolic, facts)
      ? met(seen)
      : notMet(
          said('near', { percent: policy.leavingPressurePercent, systolic: start.systolic, diastolic: start.diastolic }),
          'vitals',
          seen,
        )
  },
  examples: [
    [{ act: 'discharge', log: [[15, vitals(120, 75)]] }, 'met'],
    [{ act: 'discharge' }, 'unknown'],
    [{ act: 'discharge', log: [[15.1, vitals(120, 75)]] }, 'unknown'],
    [{ act: 'discharge', log: [[90, vitals(120, 75)]] }, 'unknown'],
    [{ act: 'discharge', log: [[2, vitals(152, 78)]] }, 'not-met'],
    [{ act: 'discharge', log: [[2, vitals(151, 78)]] }, 'met'],
    [{ act: 'discharge', log: [[2, vitals(126, 62)]] }, 'not-met'],
    [{ act: 'discharge', without: ['checked-in'], log: [[2, vitals(126, 78)]] }, 'unknown'],
  ],
})
