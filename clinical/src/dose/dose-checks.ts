import type { Sentences } from '../words/said.ts'
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
    .map(({ id, source, basis, ...rule }) => {
      const [pass, found] = rule.answer(facts)
      return { id, kind, pass, found: { code: `dose.${id}`, params: { ...found, pass } }, source, basis }
    })

/** What the checks of a dose find, as staff read it. */
export const doseCheckWords: Sentences = Object.fromEntries(
  [...hardRules, ...softRules].map(({ id, ...rule }) => [
    `dose.${id}`,
    ({ pass, ...found }: { pass: boolean }) => rule.says(found, pass),
  ]),
)
