import { defineGate, met, notMet, unknown } from '../visit/gate.ts'
import { findingsNow, isInTheWay } from '../visit/gate-rule.ts'

/** Rules that are gates of their own. */
const apart = ['blood-pressure', 'pregnancy', 'suicide-risk', 'consent']

export const rules = defineGate({
  id: 'rules',
  title: 'Screening',
  asks: 'No exclusion on the latest answers, unless two signers overrode it on these same answers',
  source: 'clinical reference 9.2, rules that exclude, and S52; 9.5, step 9',
  basis: 'proposed',
  check: (facts, asOf) => {
    const open = findingsNow(facts, asOf).filter((each) => !apart.includes(each.rule) && isInTheWay(each, facts))
    if (open.length === 0) return met({ value: 'nothing excludes' })
    const value = open.map(({ reason }) => reason).join('. ')
    const clearsWhen = [
      ...new Set(open.map((each) => (each.unknown.length > 0 ? 'the question is asked' : each.clearsWhen))),
    ].join('. ')
    const isKnown = open.some(({ unknown: missing }) => missing.length === 0)
    return (isKnown ? notMet : unknown)(clearsWhen, 'screening', { value })
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
