import { responder } from '../policies/responder.ts'
import { usual } from '../policy.ts'
import type { Responder, ResponderLimits } from './responder.ts'
import { type Share, wilson } from './wilson.ts'

/** So many people of one group whose courses came to the same. */
export type Outcome = { group: string; kind: Responder['kind']; reason: string | null; people: number }

export type OutcomeCounts = {
  /** Everyone given at least one infusion. */
  treated: number
  /** Treated, eligible, and their day 35 has passed or they have answered: what shares are of. */
  counted: number
  withData: number
  responders: number
  missing: number
  notYet: number
  notEligible: number
  /** Responders of everyone counted; missing is no response. */
  ofCounted: Share | null
  /** Responders of those with data. */
  ofAnswered: Share | null
}

export type OutcomeRow = { kind: 'shown'; group: string; counts: OutcomeCounts } | { kind: 'too few'; group: string }

/** `total` covers exactly the groups shown, so that no subtraction finds a hidden one; null when none is shown. */
export type OutcomesTable = { rows: readonly OutcomeRow[]; total: OutcomeCounts | null }

/** Responders by group, missing counted as no response; groups under the smallest size are named and in no total. */
export function outcomesTable(
  outcomes: readonly Outcome[],
  { smallestGroup }: Pick<ResponderLimits, 'smallestGroup'> = usual(responder),
): OutcomesTable {
  const groups = [...Map.groupBy(outcomes, ({ group }) => group)].map(([group, own]) => ({ group, own, counts: count(own) }))
  const isShown = ({ counts }: { counts: OutcomeCounts }) => counts.counted >= smallestGroup
  const shown = groups.filter(isShown)
  return {
    rows: groups.map((group) =>
      isShown(group) ? { kind: 'shown', group: group.group, counts: group.counts } : { kind: 'too few', group: group.group },
    ),
    total: shown.length === 0 ? null : count(shown.flatMap(({ own }) => own)),
  }
}

function count(outcomes: readonly Outcome[]): OutcomeCounts {
  const number = (holds: (outcome: Outcome) => boolean) => outcomes.filter(holds).reduce((sum, { people }) => sum + people, 0)
  const treated = number(() => true)
  const notYet = number(({ kind }) => kind === 'not yet')
  const notEligible = number(({ kind }) => kind === 'not eligible')
  const responders = number(({ kind }) => kind === 'responder')
  const missing = number(({ kind, reason }) => kind === 'non-responder' && (reason === 'missing' || reason === 'no baseline'))
  const counted = treated - notYet - notEligible
  const withData = counted - missing
  const shares = { ofCounted: wilson(responders, counted), ofAnswered: wilson(responders, withData) }
  return { treated, counted, withData, responders, missing, notYet, notEligible, ...shares }
}
