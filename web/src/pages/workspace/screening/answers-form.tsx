import {
  type Answers,
  type ChartKey,
  isOneOf,
  mayEnter,
  questions,
  type SafetyAnswers,
  type SafetyKey,
  safetyKeys,
} from '@dripline/clinical'
import { useEffect, useState } from 'react'
import type { ProblemError } from '../../../data/api.ts'
import { useDraft } from '../../../data/draft.ts'
import { usePageData } from '../../../data/page-data.ts'
import { asSafety, useSafety } from '../../../data/safety.ts'
import { type AnswersSent, type ScreeningData, useScreen } from '../../../data/screening.ts'
import { useFieldId } from '../../../ui/field-id.tsx'
import { Button, Card, DraftNote, Form, faultOf, SafetyStanding } from '../../../ui/index.tsx'
import { AnswerField } from './answer-field.tsx'
import { answerGroups } from './answer-groups.ts'
import { AnswerStep } from './answer-step.tsx'
import { BaselineFields, type BaselineKey, baselineNames } from './baseline-fields.tsx'
import styles from './screening.module.css'

type AnswersFormProps = {
  data: ScreeningData
  tooOld: ReadonlySet<string>
  /** What the form was opened for. */
  first: readonly ChartKey[]
  onDone: () => void
  onClose?: () => void
}

const labels = {
  ...Object.fromEntries(Object.entries(questions).map(([key, { label }]) => [`answers.${key}`, label])),
  ...Object.fromEntries(Object.entries(baselineNames).map(([key, label]) => [`baseline.${key}`, label])),
}

const isSafety = (key: ChartKey): key is SafetyKey => isOneOf(safetyKeys, key)
const saidOf = (said: SafetyAnswers, key: SafetyKey, held: string) => String(said[key] ?? held)

type Typed = { answers: Record<string, string>; baseline: Record<string, string> }
const nothing: Typed = { answers: {}, baseline: {} }

/** Only what was touched is sent, as it was typed: every answer keeps its own date. Safety answers have gone before. */
const toSend = ({ answers, baseline }: Typed): AnswersSent => ({
  answers: Object.fromEntries(Object.entries(answers).filter(([, text]) => text !== '')) as Partial<Answers>,
  baseline: Object.fromEntries(Object.entries(baseline).filter(([, text]) => text !== '')),
})

/** What is typed over what is on record, with the safety answers, which are written by themselves the moment they are given. */
function useAnswers({ person, chart }: ScreeningData, tooOld: ReadonlySet<string>) {
  const kept = useDraft<Typed>(`screening answers ${person.id}`, nothing)
  const safety = useSafety(person.id, 'form')
  const { answers, baseline } = kept.value
  const textOf = (key: ChartKey): string => {
    const held = heldValue(chart, key, tooOld)
    return isSafety(key) ? saidOf(safety.said, key, key === 'phq9Item9' ? '' : held) : (answers[key] ?? held)
  }
  const answer = (key: ChartKey, value: string) => {
    if (!isSafety(key)) kept.set({ baseline, answers: { ...answers, [key]: value } })
    else if (value !== '') safety.press(asSafety(key, value))
  }
  return {
    kept,
    safety,
    baseline,
    textOf,
    answer,
    measure: (key: BaselineKey, value: string) => kept.set({ answers, baseline: { ...baseline, [key]: value } }),
    indication: (answers.indication || chart.indication?.value) === 'depression' ? ('depression' as const) : ('pain' as const),
  }
}

/** What the rules read, and the baseline. An answer that changes makes a new screening; nothing is overwritten. */
export function AnswersForm({ data, tooOld, first, onDone, onClose }: AnswersFormProps) {
  const answers = useAnswers(data, tooOld)
  const { kept, safety, indication } = answers
  const sending = useScreen(data.person.id, () => {
    kept.clear()
    onDone()
  })
  useFirst(first)
  const close = onClose && (
    <Button kind="second" onClick={onClose}>
      Close without saving
    </Button>
  )
  return (
    <Card title="Answers" note="Unknown is never taken as no: what is left empty stays unknown." aside={close}>
      <Form
        sends={{ ...sending, isSending: sending.isSending || safety.standing === 'saving' }}
        body={() => toSend(kept.value)}
        labels={labels}
        act="Save and read the rules"
        others={<p className={styles.quiet}>Only what you touch is saved, with this minute. The rest keeps its own date.</p>}
      >
        <DraftNote draft={kept} say={(other) => `${Object.keys({ ...other.answers, ...other.baseline }).length} answers`} />
        <div className={styles.groups}>
          <Steps {...{ answers, data, tooOld, first }} problem={sending.problem} />
          <BaselineFields indication={indication} draft={answers.baseline} latest={data.answers} onChange={answers.measure} />
        </div>
      </Form>
    </Card>
  )
}

type StepsProps = Pick<AnswersFormProps, 'data' | 'tooOld' | 'first'> & {
  answers: ReturnType<typeof useAnswers>
  problem: ProblemError | null
}

/** The questions group by group; one that holds a fault is open. */
function Steps({ answers: { safety, textOf, answer, indication }, data: { chart }, tooOld, first, problem }: StepsProps) {
  const roles = usePageData().frame.user?.roles ?? []
  const groups = answerGroups(indication)
  const [open, setOpen] = useState(() => groups.findIndex(({ asked }) => asked.some(({ key }) => first.includes(key))))
  return groups.map(({ title, asked }, i) => (
    <AnswerStep
      key={title}
      title={title}
      count={`${asked.filter(({ key }) => textOf(key) !== '').length} of ${asked.length}`}
      isOpen={i === Math.max(open, 0) || asked.some(({ key }) => faultOf(problem, `answers.${key}`) !== undefined)}
      onOpen={() => setOpen(i)}
      {...(i + 1 < groups.length && { next: groups[i + 1]?.title, onNext: () => setOpen(i + 1) })}
    >
      {asked.map(({ key, question }) => (
        <AnswerField
          key={key}
          answer={key}
          question={question}
          value={textOf(key)}
          last={chart[key] && { ...chart[key], isOld: tooOld.has(key) }}
          mayEnter={roles.some((role) => mayEnter(role, key))}
          onChange={(value) => answer(key, value)}
        />
      ))}
      {asked.some(({ key }) => isSafety(key)) && <SafetyStanding {...safety} />}
    </AnswerStep>
  ))
}

/** The first question that the form was opened for has the focus. */
function useFirst([key]: readonly ChartKey[]) {
  const fieldId = useFieldId()
  const id = key === undefined ? null : fieldId(`answers.${key}`)
  useEffect(() => {
    const field = id === null ? null : document.getElementById(id)
    field?.focus()
    field?.scrollIntoView({ block: 'center' })
  }, [id])
}

const heldValue = (chart: ScreeningData['chart'], key: ChartKey, tooOld: ReadonlySet<string>) =>
  tooOld.has(key) ? '' : String(chart[key]?.value ?? '')
