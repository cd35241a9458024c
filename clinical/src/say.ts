import { findingWords } from './chart/finding-words.ts'
import { thresholdWords } from './chart/judge.ts'
import { chairDoseWords } from './dose/chair-dose.ts'
import { doseCheckWords } from './dose/dose-checks.ts'
import { policies } from './policies.ts'
import type { PolicyValue } from './policy.ts'
import { gateWords } from './visit/gates.ts'
import { faultWords } from './words/fault-words.ts'
import { type Said, type Sentences, say } from './words/said.ts'
import { openWords } from './words/saying.ts'

type Set = Readonly<Record<string, PolicyValue>>

/** Every sentence that definitions say to staff. */
export const definitionSentences: Sentences = {
  ...findingWords,
  ...gateWords,
  ...thresholdWords,
  ...doseCheckWords,
  ...chairDoseWords,
  ...Object.fromEntries(
    policies.map((policy) => [`policy.${policy.id}.together`, (values: Set) => policy.together?.(values) ?? '']),
  ),
}

openWords(definitionSentences)
const all: Sentences = { ...faultWords, ...definitionSentences }

/** The words of whatever was said to staff: a fault, or what a definition finds, reads or asks. */
export const sayStaff = (said: Said): string => say(all, said)

/** The same of several, one after the other. */
export const sayAll = (said: readonly Said[]): string => said.map(sayStaff).join('. ')
