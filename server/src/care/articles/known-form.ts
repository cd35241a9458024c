import { Problem, type StatementAnswer, statementAnswers, statements } from '@dripline/clinical'

/** Before an article is read, or after. */
export const phases = ['before', 'after'] as const
export type Phase = (typeof phases)[number]

/** What a reader called true or false, by the id of the statement; what they left open is not there. */
export type Known = { phase: Phase; answers: Readonly<Record<string, StatementAnswer>> }

const isAnswer = (sent: unknown): sent is StatementAnswer => statementAnswers.some((each) => each === sent)

/** What a plain form says of the statements; null where it is another form of the article's. Odd answers are a `not-valid` problem. */
export function readKnownForm(sent: Readonly<Record<string, unknown>>): Known | null {
  const phase = phases.find((each) => each === sent.phase)
  if (phase === undefined) return null
  const answers: Record<string, StatementAnswer> = {}
  for (const { id } of statements) {
    const answer = sent[id]
    if (answer === undefined || answer === '') continue
    if (!isAnswer(answer))
      throw new Problem('not-valid', {}, [{ field: id, code: 'one-of-values', params: { values: [...statementAnswers] } }])
    answers[id] = answer
  }
  return { phase, answers }
}
