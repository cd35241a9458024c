import { type Fault, type FaultSaid, type Improbable, Problem } from '@dripline/clinical'

/** The questions that were answered with a yes, by the field each was about. */
export type AskedBack = ReadonlyMap<string, FaultSaid>

/** Refuses unlikely values whose question nobody has answered yet, all at once: Problem `improbable`. Gives the answered ones. */
export const refuseUnconfirmed = (doubts: readonly Improbable[], confirmed: readonly string[], prefix = ''): AskedBack => {
  const open = doubts.filter(({ ask }) => !confirmed.includes(ask))
  const faults: Fault[] = open.map(({ ask, field, question }) => ({ ...question, field: `${prefix}${field}`, ask }))
  if (faults.length > 0) throw new Problem('improbable', {}, faults)
  return new Map(doubts.map(({ field, question }) => [field, question]))
}

/** The question as a row keeps it. Rows of before hold the sentence itself: `faultSaid` reads both. */
export const keptQuestion = (question: FaultSaid | undefined): string | null =>
  question ? JSON.stringify({ code: question.code, params: question.params ?? {} }) : null
