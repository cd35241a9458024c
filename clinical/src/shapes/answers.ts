import { z } from 'zod'
import { type Answers, type ChartKey, chartKeys } from '../chart/chart.ts'
import type { Question } from '../chart/question.ts'
import { questions } from '../chart/questions.ts'
import { recordOf } from '../keys.ts'
import { asked } from '../words/asked.ts'
import { dayOf } from './day.ts'
import { keyedShape } from './keyed.ts'
import type { Measure } from './measure.ts'
import { decimalOf, refuseNoPressure, wholeOf } from './measured.ts'
import { measures } from './measures.ts'
import { type SafetyAnswers, safetyKeys } from './safety.ts'

const known: Readonly<Partial<Record<ChartKey, Measure>>> = {
  systolic: measures.systolic,
  diastolic: measures.diastolic,
  weightKg: measures.weightKg,
  heightCm: measures.heightCm,
}

type Numeric = Extract<Question, { kind: 'whole' | 'decimal' }>

/** What a question about a number takes, as one measure with its field's own name. */
export const measureOf = (key: ChartKey, question: Numeric): Measure =>
  known[key] ?? {
    name: question.name,
    unit: question.unit,
    spelled: [question.unit.toLowerCase(), question.unit.toLowerCase().replace(/s$/, '')],
    least: String(question.least),
    most: String(question.most),
    places: question.kind === 'whole' ? 0 : question.places,
    like: String(question.usual),
    source: 'what the question asks',
    basis: 'proposed',
  }

const choicesOf = (choices: Readonly<Record<string, string>>) =>
  z.enum(Object.keys(choices), asked('one-of', { choices: Object.values(choices) }))

function sentShape(key: ChartKey, question: Question): z.ZodType {
  switch (question.kind) {
    case 'yes-no':
      return z.enum(['yes', 'no', 'not-sure'], asked('yes-no-or-not-sure'))
    case 'choice':
      return choicesOf(question.choices)
    case 'whole':
      return wholeOf(measureOf(key, question))
    case 'decimal':
      return decimalOf(measureOf(key, question))
    case 'date':
      return dayOf(asked('day-like-1980-05-17')).refine(
        (day) => day >= question.earliest,
        asked('day-from-on', { earliest: question.earliest }),
      )
    case 'version':
      return z.string(asked('version-of-text')).regex(/^[0-9a-f]{12}$/, asked('version-of-text'))
  }
}

const fields = recordOf(chartKeys, (key) => sentShape(key, questions[key]).optional())

type Sent = { [K in ChartKey]?: Answers[K] | string | undefined }

/** Some answers, as a form sends them: numbers may come as they were typed. Everything wrong is refused at once, at its field. */
export const answersSentShape = keyedShape<Partial<Answers>, Sent>(fields).superRefine(({ systolic, diastolic }, refuse) => {
  if (systolic !== undefined || diastolic !== undefined)
    refuseNoPressure({ systolic: systolic ?? null, diastolic: diastolic ?? null }, refuse)
})

/** One safety answer or several, and nothing else. */
export const safetyShape = keyedShape<SafetyAnswers>(
  recordOf(safetyKeys, (key) => sentShape(key, questions[key]).optional()),
).refine((sent) => Object.values(sent).some((value) => value !== undefined), {
  path: ['safetyQuestion'],
  error: asked('answer-to-safety-question'),
})
