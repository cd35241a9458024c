import { isAfterStop, minutesFrom, pressuresToday } from '../chart/latest-facts.ts'
import { quantity } from '../quantity.ts'
import { defineGate, type GateFacts, met, notMet, unknown } from '../visit/gate.ts'

const vitals = (systolic: number, diastolic: number) =>
  ({ kind: 'vitals', systolic, diastolic, pulse: 72, spo2: 98, resp: 14 }) as const

const isNear = (value: number, start: number, { policy }: GateFacts) =>
  Math.abs(value - start) * 100 <= policy.leavingPressurePercent * start

export const signs = defineGate({
  id: 'signs',
  title: 'Blood pressure near baseline',
  asks: 'After the stop, within the last 15 min, within 20 % of check-in',
  source: 'Aldrete 1995, within 20 % of baseline; clinical reference 9.5, steps 20 and 21',
  basis: 'proposed',
  overridable: true,
  check: (facts, asOf) => {
    const { visit, policy, zone } = facts
    const last = pressuresToday(facts, asOf, zone).at(-1)
    if (!last || last.systolic === null || last.diastolic === null) return unknown('a blood pressure is taken', 'vitals')
    const seen = { value: `${last.systolic}/${last.diastolic}`, at: last.at, by: last.by }
    if (!isAfterStop(visit, last.at)) return unknown('a blood pressure is taken after the stop', 'vitals', seen)
    const holds = policy.signMinutes.pressure
    if (minutesFrom(last.at, asOf) > holds)
      return unknown(`a blood pressure is taken: a reading is good for ${quantity(holds, 'min')}`, 'vitals', seen)
    const start = visit.checkIn?.vitals
    if (typeof start?.systolic !== 'number' || typeof start.diastolic !== 'number')
      return unknown('a prescriber decides: no blood pressure was charted at check-in', 'vitals', seen)
    return isNear(last.systolic, start.systolic, facts) && isNear(last.diastolic, start.diastolic, facts)
      ? met(seen)
      : notMet(
          `a pressure is within ${quantity(policy.leavingPressurePercent, '%')} of ${start.systolic}/${start.diastolic}`,
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
