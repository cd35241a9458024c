import {
  type Answers,
  type Chart,
  dateOf,
  type Fault,
  faultSaid,
  keysOf,
  Problem,
  phq9TotalShape,
  questions,
  safetyAnswersIn,
  screen,
  withoutSafety,
} from '@dripline/clinical'
import { type Ctx, inOneStep, staffOf, type Tx } from '../../platform/context.ts'
import { zoneOf } from '../clinic/store.ts'
import { personOf } from '../people/store.ts'
import { chartOf } from './chart-of.ts'
import { recordAnswers } from './record-answers.ts'
import { recordSafety } from './record-safety.ts'
import type { AnswersSent, ScreeningRecord } from './screening.ts'
import { insertScreening } from './store.ts'

export type ScreenPerson = AnswersSent & { personId: string }

/**
 * Appends what was answered and runs every rule over the chart as it is now: a changed answer makes a new screening. Safety
 * answers are saved first, in a step of their own: nothing else that is missing or wrong can lose them.
 */
export async function screenPerson(ctx: Ctx, { personId, ...sent }: ScreenPerson): Promise<ScreeningRecord> {
  const safety = safetyAnswersIn(sent.answers)
  if (safety) await recordSafety(ctx, { personId, source: 'form', answers: safety, at: saidAt(ctx, sent.measuredAt) })
  return readRules(ctx, { personId, ...sent, answers: withoutSafety(sent.answers) })
}

/** When an answer was true; an instant that has not come yet is now. */
export function saidAt(ctx: Ctx, measuredAt: unknown): Date {
  const at = typeof measuredAt === 'string' ? Date.parse(measuredAt) : Number.NaN
  return at < ctx.now().getTime() ? new Date(at) : ctx.now()
}

const readRules = (ctx: Ctx, { personId, ...sent }: ScreenPerson): Promise<ScreeningRecord> =>
  inOneStep(ctx, 'screen-person', async (tx) => {
    const staff = staffOf(ctx)
    const person = await personOf(tx, personId)
    if (!person) throw new Problem('not-found', { personId })
    if (person.mergedInto) throw new Problem('wrong-state', { personId })
    refuseOthersAnswers(sent.answers, staff.roles)
    const at = new Date(sent.measuredAt ?? ctx.now())
    refuseFuture(ctx, sent, at)

    await recordAnswers(ctx, tx, personId, 'form', { ...sent.answers, ...sent.baseline }, at, sent.confirmed)
    const chart = await chartOf(tx, personId)
    refuseTotalWithoutItem9(sent.baseline.phq9Total, chart.phq9Item9, at, await zoneOf(tx))
    const indication = chart.indication?.value
    if (!indication) throw new Problem('not-valid', {}, [{ field: 'answers.indication', code: 'what-infusion-is-for' }])
    return takeDown(ctx, tx, personId, indication, chart)
  })

const takeDown = async (
  ctx: Ctx,
  tx: Tx,
  personId: string,
  indication: ScreeningRecord['indication'],
  chart: Awaited<ReturnType<typeof chartOf>>,
): Promise<ScreeningRecord> => {
  const [id, madeAt] = [ctx.newId(), ctx.now().toISOString()]
  const findings = screen(chart, 'screening', { at: madeAt, zone: await zoneOf(tx) })
  await insertScreening(ctx, tx, { id, personId, indication, chart, findings, by: staffOf(ctx).id })
  return { screeningId: id, personId, indication, madeAt, findings }
}

const refuseFuture = (ctx: Ctx, { measuredAt, answers }: AnswersSent, at: Date) => {
  if (at > ctx.now())
    throw new Problem('time-not-possible', {}, [{ field: 'measuredAt', code: 'time-that-has-passed', value: measuredAt }])
  const born = answers.dateOfBirth
  if (born !== undefined && born > dateOf(ctx.now().toISOString(), 'UTC'))
    throw new Problem('not-valid', {}, [{ field: 'answers.dateOfBirth', code: 'day-that-has-passed', value: born }])
}

// Item 9 is saved by itself, before the total: it is read from the record, where it stands with the same day.
const refuseTotalWithoutItem9 = (total: number | undefined, item9: Chart['phq9Item9'], at: Date, zone: string) => {
  if (total === undefined) return
  if (!item9 || dateOf(item9.at, zone) !== dateOf(at.toISOString(), zone))
    throw new Problem('not-valid', {}, [{ field: 'answers.phq9Item9', code: 'item-9-of-same-day-beside' }])
  const { error } = phq9TotalShape.safeParse({ total, item9: item9.value })
  const faults = error?.issues.map(({ path, message }) => ({
    field: path[0] === 'item9' ? 'answers.phq9Item9' : 'baseline.phq9Total',
    ...faultSaid(message),
  }))
  if (faults) throw new Problem('not-valid', {}, faults)
}

const refuseOthersAnswers = (answers: Partial<Answers>, roles: readonly string[]) => {
  const faults: Fault[] = keysOf(answers).flatMap((key) => {
    const by: readonly string[] = questions[key].enteredBy
    if (roles.some((role) => by.includes(role))) return []
    const who = by.filter((each) => each !== 'patient' && each !== 'record')
    return [
      {
        field: `answers.${key}`,
        ...(who.length > 0
          ? { code: 'to-be-entered-by' as const, params: { who } }
          : { code: 'nothing-it-is-read-from-record' as const }),
      },
    ]
  })
  if (faults.length > 0) throw new Problem('not-valid', {}, faults)
}
