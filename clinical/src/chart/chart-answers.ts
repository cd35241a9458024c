import { z } from 'zod'
import { askedAs } from '../words/asked.ts'
import { type Answers, chartKeys, notAnAnswer } from './chart.ts'
import { questions } from './questions.ts'

const shapeOf = (question: (typeof questions)[keyof typeof questions]) =>
  z.unknown().check(({ value, issues }) => {
    const expected = notAnAnswer(question, value)
    if (expected !== null) issues.push({ code: 'custom', message: askedAs(expected), input: value })
  })

/** Some answers, as a form sends them. Wrong kinds, values out of range and unknown keys are all refused at once. */
export const answersShape = z.strictObject(
  Object.fromEntries(chartKeys.map((key) => [key, shapeOf(questions[key]).optional()])),
) as unknown as z.ZodType<Partial<Answers>>
