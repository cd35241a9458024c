import { type Fault, type Improbable, Problem } from '@dripline/clinical'

/** The questions that were answered with a yes, by the field each was about. */
export type AskedBack = ReadonlyMap<string, string>

/** Refuses unlikely values whose question nobody has answered yet, all at once: Problem `improbable`. Gives the answered ones. */
export const refuseUnconfirmed = (doubts: readonly Improbable[], confirmed: readonly string[], prefix = ''): AskedBack => {
  const open = doubts.filter(({ ask }) => !confirmed.includes(ask))
  const faults: Fault[] = open.map(({ ask, field, question }) => ({ field: `${prefix}${field}`, expected: question, ask }))
  if (faults.length > 0) throw new Problem('improbable', {}, faults)
  return new Map(doubts.map(({ field, question }) => [field, question]))
}
