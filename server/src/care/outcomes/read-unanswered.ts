import { asked, readSearch, sayPhone } from '@dripline/clinical'
import { z } from 'zod'
import { type Ctx, inClinic, type Tx } from '../../platform/context.ts'
import type { Cell } from '../../platform/csv.ts'
import { shows } from '../../platform/shown.ts'
import { findAll } from '../people/store.ts'
import { partsOf } from './assessment.ts'
import { type AssessmentOf, assessmentsById } from './store.ts'
import { type ToPhone, toPhone } from './to-phone.ts'

const page = z.coerce
  .number(asked('whole-number'))
  .int(asked('whole-number'))
  .min(1, asked('at-least-1'))
  .max(100_000, asked('page-that-can-be'))
export const unansweredAsked = z.object({
  which: z.enum(['everyone', 'letters come back'], asked('everyone-or-whose-letters-come-back')).default('everyone'),
  page: page.default(1),
})
/** The same of somebody who is looked for: a name goes in a body and never in an address. */
export const unansweredSent = z.strictObject({
  ...unansweredAsked.shape,
  text: z.string().trim().min(1, asked('name-phone-number-or-birth-date')).max(100),
})
type UnansweredAsked = z.output<typeof unansweredAsked> & { text?: string }

export const PEOPLE_A_PAGE = 20

/** Whom to phone, by person and by pages, whoever was missed longest first; by name where asked; and how many of them get no letters. */
export function listUnanswered(ctx: Ctx, { which, text = '', page: shown }: UnansweredAsked) {
  return inClinic(ctx, 'read-unanswered', async (tx) => {
    const { tokens, readAs } = readSearch(text)
    const found = tokens.length > 0 ? await findAll(tx, tokens) : null
    const among = found?.found.map(({ personId }) => personId) ?? null
    const page = await toPhone(ctx, tx, { which, among, limit: PEOPLE_A_PAGE, offset: (shown - 1) * PEOPLE_A_PAGE })
    const people = await withQuestions(tx, page.people)
    const counts = { everyone: page.everyone, 'letters come back': page.back }
    return shows(people, { people, total: page.total, size: PEOPLE_A_PAGE, counts, readAs, isNear: found?.isNear ?? false })
  })
}

const withQuestions = async (tx: Tx, people: readonly ToPhone[]) => {
  const questions = await assessmentsById(
    tx,
    people.flatMap(({ questionIds }) => questionIds),
  )
  const byPerson = Map.groupBy(questions.map(asListed), ({ personId }) => personId)
  return people.flatMap(({ personId, lettersComeBack }) => {
    const own = byPerson.get(personId) ?? []
    const [first] = own
    if (!first) return []
    const { name, phone, email, zone } = first
    return [{ personId, name, phone, email, zone, lettersComeBack, questions: own }]
  })
}

export const unansweredHead = ['Name', 'Phone', 'Email', 'Letters come back', 'Question', 'Day', 'Asked']

/** Everybody to phone, a line a question, for a file. */
export function exportUnanswered(ctx: Ctx): Promise<Cell[][]> {
  return inClinic(ctx, 'export-unanswered', async (tx) => {
    const all = await toPhone(ctx, tx, { which: 'everyone', among: null, limit: null, offset: 0 })
    const people = await withQuestions(tx, all.people)
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
}

const asListed = (assessment: AssessmentOf) => {
  const { id, planId, personId, name, phone, email, zone, indication, kind, day, dueAt, closesAt, answer } = assessment
  const missing = partsOf(assessment).needed.filter((part) => answer?.[part] === undefined)
  return { assessmentId: id, planId, personId, name, phone, email, zone, indication, kind, day, dueAt, closesAt, missing }
}
