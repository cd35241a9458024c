import { defineGate, met, notMet } from '../visit/gate.ts'
import { ruleAsGate, ruleGateWords } from '../visit/gate-rule.ts'
import { saying } from '../words/saying.ts'

const says = {
  ...ruleGateWords,
  signed: 'signed',
  'not-signed': 'none, or withdrawn',
  sign: 'the patient signs again',
} as const
const said = saying(says)

export const consent = defineGate({
  id: 'consent',
  title: 'Consent, current version',
  asks: 'Signed for this indication, current version, within a year',
  source: 'clinical reference 9.2, S49; 9.5, step 3',
  basis: 'proposed',
  says,
  check: (facts, asOf, act) => {
    if (act === 'draw-up' || act === 'start') {
      const read = ruleAsGate('consent', 'consent', facts, asOf)
      return read.state === 'met' ? { ...read, value: said('signed') } : read
    }
    // A new text or the end of the year waits for the next visit; what was taken back counts at once.
    const { consentFor } = facts.chart
    const seen = { at: consentFor?.at ?? null }
    return consentFor?.value === facts.order.indication
      ? met({ ...seen, value: said('signed') })
      : notMet(said('sign'), 'consent', { ...seen, value: said('not-signed') })
  },
  examples: [
    [{ act: 'resume' }, 'met'],
    [{ act: 'resume', chart: { consentFor: [1, 'none'] } }, 'not-met'],
    [{ act: 'raise', chart: { consentVersion: [9000, '000000000000'] } }, 'met'],
    [{}, 'met'],
    [{ chart: { consentFor: [9000, 'none'] } }, 'not-met'],
    [{ chart: { consentFor: [9000, 'pain'] } }, 'not-met'],
    [{ chart: { consentVersion: [9000, '000000000000'] } }, 'not-met'],
    [{ chart: { consentSignedOn: [600_000, '2025-11-22'] } }, 'not-met'],
  ],
})
