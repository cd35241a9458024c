import { defineGate } from '../visit/gate.ts'
import { ruleAsGate, ruleGateWords } from '../visit/gate-rule.ts'

const says = {
  ...ruleGateWords,
} as const

export const pregnancy = defineGate({
  id: 'pregnancy',
  title: 'Pregnancy',
  asks: 'Not possible, or a negative test within seven days',
  source: 'clinical reference 9.2, S03 and S04; 9.5, step 4',
  basis: 'proposed',
  says,
  check: (facts, asOf) => ruleAsGate('pregnancy', 'check-in', facts, asOf),
  examples: [
    [{}, 'met'],
    [{ chart: { pregnancy: null } }, 'unknown'],
    [{ chart: { pregnancy: [60, 'not-sure'] } }, 'unknown'],
    [{ chart: { pregnancy: [60, 'pregnant'] } }, 'not-met'],
    [{ chart: { pregnancy: [60, 'not-pregnant'] } }, 'unknown'],
    [{ chart: { pregnancy: [60, 'not-pregnant'], pregnancyTest: [50, 'positive'] } }, 'not-met'],
    [{ chart: { pregnancy: [60, 'not-pregnant'], pregnancyTest: [50, 'negative'] } }, 'met'],
    [{ chart: { pregnancy: [60, 'not-pregnant'], pregnancyTest: [8 * 1440, 'negative'] } }, 'unknown'],
  ],
})
