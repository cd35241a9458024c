import { defineGate, met, notMet, unknown } from '../visit/gate.ts'
import { findingsNow, isInTheWay } from '../visit/gate-rule.ts'
import type { Said } from '../words/said.ts'
import { saidBy, saying, sayWithin } from '../words/saying.ts'

/** Rules that are gates of their own. */
const apart = ['blood-pressure', 'pregnancy', 'suicide-risk', 'consent']

const says = {
  none: 'nothing excludes',
  found: ({ reasons }: { reasons: readonly Said[] }) => reasons.map(sayWithin).join('. '),
  ask: 'the question is asked',
  clears: ({ clears }: { clears: readonly Said[] }) => [...new Set(clears.map(sayWithin))].join('. '),
} as const
const said = saying(says)

export const rules = defineGate({
  id: 'rules',
  title: 'Screening',
  asks: 'No exclusion on the latest answers, unless two signers overrode it on these same answers',
  source: 'clinical reference 9.2, rules that exclude, and S52; 9.5, step 9',
  basis: 'proposed',
  says,
  check: (facts, asOf) => {
    const open = findingsNow(facts, asOf).filter((each) => !apart.includes(each.rule) && isInTheWay(each, facts))
    if (open.length === 0) return met({ value: said('none') })
    const value = said('found', { reasons: open.map(({ reason }) => reason) })
    const clears = open.map((each) => (each.unknown.length > 0 ? saidBy('gate.rules', said('ask')) : each.clearsWhen))
    const isKnown = open.some(({ unknown: missing }) => missing.length === 0)
    return (isKnown ? notMet : unknown)(said('clears', { clears }), 'screening', { value })
  },
  examples: [
    [{}, 'met'],
    [{ chart: { psychosis: [30, 'yes'] } }, 'not-met'],
    [{ chart: { mania: [30, 'not-sure'] } }, 'unknown'],
    [{ chart: { vesselMalformation: null } }, 'unknown'],
    [{ chart: { ketamineAllergy: [5, 'yes'] } }, 'not-met'],
    [{ chart: { liver: [5, 'c'] } }, 'not-met'],
  ],
})
