import type { Basis } from '../basis.ts'

/** One thing that a reader calls true or false, before an article and after it. What is so is what its claim says, and goes with it. */
export type Statement = {
  id: string
  title: string
  /** In which order they are asked. */
  place: number
  /** What is true or false, as the reader reads it. */
  text: string
  isTrue: boolean
  /** What is so, in a sentence or two; a name in braces is a figure of the claim. */
  why: string
  /** The claim that it rests on, by its id. */
  claim: string
  source: string
  basis: Basis
}

export const defineStatement = (statement: Statement): Statement => statement

/** What a reader may say of a statement. */
export const statementAnswers = ['true', 'false', 'not sure'] as const
export type StatementAnswer = (typeof statementAnswers)[number]
