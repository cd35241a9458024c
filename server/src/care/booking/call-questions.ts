import { asked, callScript, claims, type Fault, flagAnswers, questions, redFlags } from '@dripline/clinical'
import { z } from 'zod'
import { FLAG, SAFETY, TOLD } from './call.ts'

const LONGEST = 4000

const choices = new Map<string, readonly string[]>([
  [SAFETY, Object.keys(questions.safetyQuestion.choices)],
  ...redFlags.map(({ id }) => [`${FLAG}${id}`, Object.keys(flagAnswers)] as const),
  ...claims.filter(({ isSaidOnCall }) => isSaidOnCall).map(({ id, version }) => [`${TOLD}${id}`, [version]] as const),
  [`${TOLD}price`, ['said']],
])
const texts = new Set(['notes', ...callScript.phases.map(({ id }) => `phase:${id}`)])

/** What the call screen sends at each touch. */
export const answerShape = z.strictObject({
  question: z.string(asked('question-asked')).max(80, asked('question-asked')),
  answer: z.string(asked('answer-given')).max(LONGEST, asked('at-most-letters', { longest: LONGEST })),
})

/** Why this cannot be an answer to this question of the script, or nothing. A claim is told in the version that stands now. */
export const faultOfAnswer = (question: string, answer: string): Fault | undefined => {
  if (texts.has(question)) return undefined
  const values = choices.get(question)
  if (!values) return { field: 'question', code: 'question-of-script', value: question }
  return values.includes(answer) ? undefined : { field: 'answer', code: 'one-of-values', params: { values }, value: answer }
}
