import { dateOf, type Policies, sayPhone, staffAt } from '@dripline/clinical'
import { z } from 'zod'
import { type Ctx, inClinic, type Tx } from '../../platform/context.ts'
import type { Cell } from '../../platform/csv.ts'
import { policiesOf } from '../../platform/policies.ts'
import { refusedAmong } from '../../platform/refused-address.ts'
import { shows } from '../../platform/shown.ts'
import { isAnswered, partsOf } from './assessment.ts'
import { type AssessmentOf, assessmentsDue } from './store.ts'

const DAY_MS = 24 * 3_600_000

// Who has not answered by day +3: a person calls. Scores that staff enter stand here from their day on.
const unanswered = async (ctx: Ctx, tx: Tx) => {
  const now = ctx.now()
  const policies = await policiesOf(tx, now)
  // The widest window there is, and the days on the list after it.
  const farthest = (policies.followUp.lateWindow + 1 + policies.asking.keptDays) * DAY_MS
  const due = await assessmentsDue(tx, new Date(now.getTime() - farthest), now)
  return due.filter((each) => isOpenToStaff(each, now, policies) && !wasReachedLater(each, due)).map(asListed)
}

const page = z.coerce.number('a whole number').int('a whole number').min(1, 'at least 1').max(100_000, 'a page that can be')
export const unansweredAsked = z.object({
  which: z.enum(['everyone', 'letters come back'], 'everyone, or whose letters come back').default('everyone'),
  page: page.default(1),
})
type UnansweredAsked = z.output<typeof unansweredAsked>

export const PEOPLE_A_PAGE = 20

/** Whom to phone, by person and by pages, whoever was missed longest first; and how many of them get no letters. */
export const listUnanswered = (ctx: Ctx, { which, page: shown }: UnansweredAsked) =>
  inClinic(ctx, 'read-unanswered', async (tx) => {
    const all = await peopleToPhone(ctx, tx)
    const back = all.filter(({ lettersComeBack }) => lettersComeBack)
    const chosen = which === 'everyone' ? all : back
    const people = chosen.slice((shown - 1) * PEOPLE_A_PAGE, shown * PEOPLE_A_PAGE)
    return shows(people, {
      people,
      total: chosen.length,
      size: PEOPLE_A_PAGE,
      counts: { everyone: all.length, 'letters come back': back.length },
    })
  })

const peopleToPhone = async (ctx: Ctx, tx: Tx) => {
  const questions = await unanswered(ctx, tx)
  const refused = await refusedAmong(tx, [...new Set(questions.map(({ email }) => email))])
  return [...Map.groupBy(questions, ({ personId }) => personId)].map(([personId, own]) => {
    const { name, phone, email, zone } = own[0] as (typeof own)[number]
    return { personId, name, phone, email, zone, lettersComeBack: refused.has(email), questions: own }
  })
}

/** How many people wait for a call about their answers. */
export const countUnanswered = async (ctx: Ctx, tx: Tx): Promise<number> =>
  new Set((await unanswered(ctx, tx)).map(({ personId }) => personId)).size

export const unansweredHead = ['Name', 'Phone', 'Email', 'Letters come back', 'Question', 'Day', 'Asked']

/** Everybody to phone, a line a question, for a file. */
export const exportUnanswered = (ctx: Ctx): Promise<Cell[][]> =>
  inClinic(ctx, 'export-unanswered', async (tx) => {
    const people = await peopleToPhone(ctx, tx)
    const rows = people.flatMap(({ name, phone, email, lettersComeBack, questions }) =>
      questions.map(({ kind, day, dueAt }): Cell[] => [
        name,
        sayPhone(phone),
        email,
        lettersComeBack ? 'yes' : 'no',
        kind,
        day,
        dueAt,
      ]),
    )
    return shows(people, rows)
  })

/** After its window a question stays on the list for so many days; then it is missing. */
const isOpenToStaff = (assessment: AssessmentOf, now: Date, { asking, followUp }: Policies): boolean => {
  const { kind, closesAt } = assessment
  if (kind === 'daily pain' || isAnswered(assessment)) return false
  const isKept = now.getTime() < closesAt.getTime() + asking.keptDays * DAY_MS
  return isKept && (kind === 'phq-9' || now >= dueToStaff(assessment, followUp))
}

const dueToStaff = ({ dueAt, zone }: AssessmentOf, plan: Policies['followUp']): Date =>
  new Date(staffAt({ date: dateOf(dueAt.toISOString(), zone) }, zone, plan))

// Somebody who has answered a later question of the same kind is in touch: the day that was missed stays missing.
const wasReachedLater = ({ planId, kind, dueAt }: AssessmentOf, all: readonly AssessmentOf[]): boolean =>
  all.some((other) => {
    const isSame = other.planId === planId && (other.kind === 'phq-9') === (kind === 'phq-9') && other.kind !== 'daily pain'
    return isSame && other.dueAt > dueAt && isAnswered(other)
  })

const asListed = (assessment: AssessmentOf) => {
  const { id, planId, personId, name, phone, email, zone, indication, kind, day, dueAt, closesAt, answer } = assessment
  const missing = partsOf(assessment).needed.filter((part) => answer?.[part] === undefined)
  return { assessmentId: id, planId, personId, name, phone, email, zone, indication, kind, day, dueAt, closesAt, missing }
}
