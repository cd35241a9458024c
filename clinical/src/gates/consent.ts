import { defineGate } from '../gate.ts'
import { ruleAsGate } from '../gate-rule.ts'

export const consent = defineGate({
  id: 'consent',
  title: 'Consent, current version',
  asks: 'Signed for this indication, current version, within a year',
  source: 'clinical reference 9.2, S49; 9.5, step 3',
  basis: 'proposed',
  check: (facts, asOf) => ruleAsGate('consent', 'consent', facts, asOf),
  examples: [
    [{}, 'met'],
    [{ chart: { consentFor: [9000, 'none'] } }, 'not-met'],
    [{ chart: { consentFor: [9000, 'pain'] } }, 'not-met'],
    [{ chart: { consentVersion: [9000, '000000000000'] } }, 'not-met'],
    [{ chart: { consentSignedOn: [600_000, '2025-11-22'] } }, 'not-met'],
  ],
})
