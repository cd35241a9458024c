import { type Answers, type ChartKey, type Fault, Problem, questions, screen } from '@dripline/clinical'
import { type Ctx, inOneStep, staffOf, type Tx } from '../../platform/context.ts'
import { raiseAlert } from '../people/raise-alert.ts'
import { personOf, zoneOf } from '../people/store.ts'
import { chartOf } from './chart-of.ts'
import { type AnswersSent, isUnsafe, type ScreeningRecord } from './screening.ts'
import { insertAnswers, insertScreening } from './store.ts'

export type ScreenPerson = AnswersSent & { personId: string }

/** Appends what was answered and runs every rule over the chart as it is now: a changed answer makes a new screening. */
export const screenPerson = (ctx: Ctx, { personId, ...sent }: ScreenPerson): Promise<ScreeningRecord> =>
  inOneStep(ctx, 'screen-person', async (tx) => {
    const staff = staffOf(ctx)
    if (!(await personOf(tx, personId))) throw new Problem('not-found', { personId })
    refuseOthersAnswers(sent.answers, staff.role)
    const at = new Date(sent.measuredAt ?? ctx.now())
    if (at > ctx.now())
      throw new Problem('time-not-possible', {}, [
        { field: 'measuredAt', expected: 'a time that has passed', value: sent.measuredAt },
      ])

    await recordAnswers(ctx, tx, personId, 'form', { ...sent.answers, ...sent.baseline }, at)
    const chart = await chartOf(tx, personId)
    const indication = chart.indication?.value
    if (!indication) throw new Problem('not-valid', {}, [{ field: 'answers.indication', expected: 'what the infusion is for' }])
    const findings = screen(chart, 'screening', { at: ctx.now().toISOString(), zone: await zoneOf(tx) })
    const id = ctx.newId()
    await insertScreening(ctx, tx, { id, personId, indication, chart, findings, by: staff.id })
    return { screeningId: id, personId, indication, madeAt: ctx.now().toISOString(), findings }
  })

/** Appends answers from any writer; one that speaks of danger raises the alert that somebody must own. */
export const recordAnswers = async (
  ctx: Ctx,
  tx: Tx,
  personId: string,
  source: 'form' | 'check-in' | 'follow-up',
  answers: Partial<Answers> & Record<string, string | number | undefined>,
  at: Date,
): Promise<void> => {
  const known = Object.entries(answers).flatMap(([key, value]) => (value === undefined ? [] : [{ key, value, at }]))
  const ids = await insertAnswers(ctx, tx, personId, source, staffOf(ctx).id, known)
  const [cause] = (['safetyQuestion', 'phq9Item9', 'asqResult', 'cssrsCategory'] as const).filter((key) =>
    isUnsafe({ [key]: answers[key] }),
  )
  const causeId = cause && ids.get(cause)
  if (causeId) await raiseAlert(ctx, tx, { personId, kind: 'safety', cause: 'answer', causeId })
}

const refuseOthersAnswers = (answers: Partial<Answers>, role: string) => {
  const faults: Fault[] = (Object.keys(answers) as ChartKey[]).flatMap((key) => {
    const by: readonly string[] = questions[key].enteredBy
    return by.includes(role)
      ? []
      : [{ field: `answers.${key}`, expected: `to be entered by: ${by.filter((each) => each !== 'patient').join(', ')}` }]
  })
  if (faults.length > 0) throw new Problem('not-valid', {}, faults)
}
