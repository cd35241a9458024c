import { answerText, type ChartKey, isOneOf, type Question, safetyKeys } from '@dripline/clinical'
import type { ReactNode } from 'react'
import { Choice, SelectField, TextField, Time } from '../../../ui/index.tsx'

type AnswerFieldProps = {
  answer: ChartKey
  question: Question
  /** What was typed, or the answer that holds; empty when there is none. */
  value: string
  last: { value: string | number; at: string; isOld: boolean } | undefined
  mayEnter: boolean
  onChange: (value: string) => void
}

// Here a yes is no warning.
const goodWhenYes: readonly ChartKey[] = ['decidesForSelf', 'bloodPressureRepeated']

const threeAnswers = (answer: ChartKey) => [
  { value: 'no', label: 'No' },
  { value: 'yes', label: 'Yes', ...(!goodWhenYes.includes(answer) && { tone: 'defer' as const }) },
  { value: 'not-sure', label: 'not sure' },
]

const isSafety = (answer: ChartKey) => isOneOf(safetyKeys, answer)
const points = ({ least, most }: { least: number; most: number }) =>
  Array.from({ length: most - least + 1 }, (_, i) => ({ value: String(least + i), label: String(least + i) }))

/** One question of the chart in the form its kind asks for; what was said last stands beside it. */
export function AnswerField({ answer, question, value, last, mayEnter, onChange }: AnswerFieldProps) {
  const shared = {
    name: `answers.${answer}`,
    label: question.label,
    value,
    onChange,
    disabled: !mayEnter,
    hint: hintOf(answer, last, mayEnter),
  }
  if (question.kind === 'yes-no') return <Choice {...shared} look="line" options={threeAnswers(answer)} />
  if (question.kind === 'whole' && isSafety(answer)) return <Choice {...shared} look="line" options={points(question)} />
  if (question.kind === 'choice') {
    const options = Object.entries(question.choices).map(([each, label]) => ({ value: each, label }))
    return <SelectField {...shared} empty="Not answered" options={options} />
  }
  if (question.kind === 'date') return <TextField {...shared} type="date" />
  if (question.kind === 'version') return null
  return <TextField {...shared} decimal unit={question.unit} autoComplete="off" />
}

function hintOf(answer: ChartKey, last: AnswerFieldProps['last'], mayEnter: boolean): ReactNode {
  if (!last) return mayEnter ? undefined : 'A nurse or a prescriber enters this.'
  return (
    <>
      {last.isOld ? 'Too old: ' : 'Last: '}
      {answerText(answer, last.value)}, <Time at={last.at} form="day" />
    </>
  )
}
