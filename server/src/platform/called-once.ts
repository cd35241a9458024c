import { Problem } from '@dripline/clinical'
import type { WhyNot } from './standing.ts'

/** What a function of the database says that does a deed once for a key, for ever. */
export type CalledOnce = { readonly outcome: 'mine' | 'again' | 'key-reused' | WhyNot; readonly answer: string | null }

/** The deed's answer: this one where it was done now, the first one where it was done before; refused where it was not done. */
export const firstAnswer = <T>({ outcome, answer }: CalledOnce, own: T): T => {
  if (outcome === 'mine') return own
  if (outcome === 'again') return JSON.parse(answer ?? 'null')
  throw new Problem(outcome)
}
