import { z } from 'zod'
import { recordOf } from '../keys.ts'
import { keyedShape } from '../shapes/keyed.ts'
import { askedAs } from '../words/asked.ts'
import { type Answers, chartKeys, notAnAnswer } from './chart.ts'
import { questions } from './questions.ts'

const shapeOf = (question: (typeof questions)[keyof typeof questions]) =>
  z.unknown().check(({ value, issues }) => {
    const expected = notAnAnswer(question, value)
    if (expected !== null) issues.push({ code: 'custom', message: askedAs(expected), input: value })
  })

/** Some answers, as a form sends them. Wrong kinds, values out of range and unknown keys are all refused at once. */
export const answersShape = keyedShape<Partial<Answers>>(recordOf(chartKeys, (key) => shapeOf(questions[key]).optional()))
