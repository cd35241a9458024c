import { answerTo, dayBegan, type Fact, isBy } from '../chart/latest-facts.ts'
import { driftPercent } from '../dose/dose-rule.ts'
import { exact, plain } from '../exact.ts'
import { quantity } from '../quantity.ts'
import { defineGate, met, notMet, unknown } from '../visit/gate.ts'
import { saying } from '../words/saying.ts'

const says = {
  measure: 'it is measured',
  measured: ({ kg }: { kg: string }) => quantity(kg, 'kg'),
  today: 'it is measured today',
  're-sign': ({ kg }: { kg: string }) => `a prescriber re-signs the order; it was signed for ${quantity(kg, 'kg')}`,
} as const
const said = saying(says)

export const weight = defineGate({
  id: 'weight',
  title: 'Weight, measured today',
  asks: 'Within 2 % of the weight the order was signed for',
  source: 'clinical reference 9.4: measured on the day; 2 %',
  basis: 'proposed',
  says,
  check: (facts, asOf) => {
    const { visit, order, policy, zone } = facts
    const { checkIn } = visit
    const scale = checkIn && { value: checkIn.weightKg, at: checkIn.at, by: checkIn.by }
    const charted = answerTo(facts, 'weightKg', asOf) as Fact<string> | null
    const latest = charted && (!scale || !isBy(charted.at, scale.at)) ? charted : scale
    if (!latest) return unknown(said('measure'), 'check-in')
    const seen = { ...latest, value: said('measured', { kg: latest.value }) }
    if (!isBy(dayBegan(asOf, zone), latest.at)) return unknown(said('today'), 'check-in', seen)
    const signed = plain(exact(order.weightKg))
    return driftPercent(exact(order.weightKg), exact(latest.value)).gt(policy.weightPercent)
      ? notMet(said('re-sign', { kg: signed }), 'send-back', seen)
      : met(seen)
  },
  examples: [
    [{}, 'met'],
    [{ without: ['checked-in'], chart: { weightKg: null } }, 'unknown'],
    [{ without: ['checked-in'], chart: { weightKg: [4000, '72'] } }, 'unknown'],
    [{ chart: { weightKg: [2, '73.4'] } }, 'met'],
    [{ chart: { weightKg: [2, '73.5'] } }, 'not-met'],
    [{ order: { weightKg: '78' } }, 'not-met'],
  ],
})
