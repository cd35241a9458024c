import type { Temporal } from 'temporal-polyfill'
import type { Basis } from './basis.ts'
import type { ChartKey, Facts } from './chart/chart.ts'
import type { Indication } from './chart/question.ts'
import type { RuleNumber } from './chart/screening-table.ts'
import type { Said, Sentences } from './words/said.ts'

/** When rules are read: at the decision, when a plan is signed, at each check-in, at each start. */
export type Moment = 'screening' | 'plan' | 'check-in' | 'start'

/** `urgent`: the urgent pathway, now. `safety`: a clinician assesses safety before the person leaves. */
export type Pathway = 'urgent' | 'safety'

export type Verdict =
  | { level: 'clear'; reason?: Said }
  | { level: 'inform'; reason: Said }
  | { level: 'caution' | 'defer'; reason: Said; pathway?: Pathway }
  | { level: 'exclude'; reason: Said; overridable: boolean }

/** From worst to mildest. `unknown` stands above caution: what is not known cannot be weighed. */
export const levels = ['exclude', 'defer', 'unknown', 'caution', 'inform', 'clear'] as const
export type Level = (typeof levels)[number]

export const clear: Verdict = { level: 'clear' }
/** Clear, with something worth saying. */
export const clearWith = (reason: Said): Verdict => ({ level: 'clear', reason })
export const inform = (reason: Said): Verdict => ({ level: 'inform', reason })
export const caution = (reason: Said, more: { pathway?: Pathway } = {}): Verdict => ({ level: 'caution', reason, ...more })
export const defer = (reason: Said, more: { pathway?: Pathway } = {}): Verdict => ({ level: 'defer', reason, ...more })

/** Blocks a plan. `overridable`: a prescriber with a second signer may override it; nobody may override the others. */
export const exclude = (reason: Said, { overridable = false } = {}): Verdict => ({ level: 'exclude', reason, overridable })

/** The day in the clinic's zone on which the rule is read. */
export type On = { today: Temporal.PlainDate }

type Seen<R extends ChartKey, M extends ChartKey> = Pick<Facts, R> & Partial<Pick<Facts, M>>

type RuleOf<R extends ChartKey, M extends ChartKey> = {
  id: string
  /** The S numbers of the table of screening rules this file answers. */
  covers: readonly RuleNumber[]
  title: string
  source: string
  basis: Basis
  /** The worst it can say. An unknown input of a rule that can exclude defers (S52). */
  severity: Exclude<Level, 'clear' | 'unknown'>
  when: readonly Moment[]
  for?: Indication
  /** All of these must be known. */
  reads: readonly R[]
  /** These are looked at where they are there. */
  mayRead?: readonly M[]
  /** With `mayRead` alone: at least one must be there, or the answer is unknown. */
  needsOne?: true
  /** Where these are unknown at these moments, that stands in the way as it does for a rule that can exclude (S52). */
  unknownDefers?: readonly Moment[]
  /** How many days an answer holds at a moment; 0 is the same day. An older one counts as unknown. */
  holdsDays?: Partial<Record<Moment, Partial<Record<NoInfer<R | M>, number>>>>
  /** Its sentences. Reasons name only what drives them, so that they stay true while another answer is unknown. */
  says: Sentences
  check(known: Seen<R, M>, on: On): Verdict
  clearsWhen: string
  examples: readonly (readonly [known: Seen<R, M>, level: Level, today?: string])[]
}

/** A rule with its inputs forgotten, as `screen` runs them all. */
export type Rule = Omit<RuleOf<ChartKey, ChartKey>, 'check' | 'examples'> & {
  check(known: Facts, on: On): Verdict
  examples: readonly (readonly [known: Partial<Facts>, level: Level, today?: string])[]
}

/** A screening rule: `check` sees only what `reads` and `mayRead` name. */
export const defineRule = <const R extends ChartKey = never, const M extends ChartKey = never>(
  rule: RuleOf<R, M>,
): RuleOf<R, M> => rule
