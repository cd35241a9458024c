import { hardRules } from './dose-checks-hard.ts'
import { softRules } from './dose-checks-soft.ts'
import type { DoseFacts, DoseRule } from './dose-rule.ts'
import type { DoseCheck } from './dose-words.ts'

/** Checks that stand in the way. */
export const hardChecks = (facts: DoseFacts): DoseCheck[] => run('hard', hardRules, facts)

/** Checks that somebody must acknowledge. */
export const softChecks = (facts: DoseFacts): DoseCheck[] => run('soft', softRules, facts)

const run = (kind: DoseCheck['kind'], rules: readonly DoseRule[], facts: DoseFacts): DoseCheck[] =>
  rules
    .filter(({ applies }) => applies?.(facts) ?? true)
    .map(({ id, source, basis, answer }) => {
      const [pass, text] = answer(facts)
      return { id, kind, pass, text, source, basis }
    })
