import { type Chart, type Finding, isWorry, safetyKeys, storedFindings } from '@dripline/clinical'
import { sql } from 'kysely'
import type { Ctx, Tx } from '../../platform/context.ts'
import { json } from '../../platform/database.ts'
import { type AskedBack, keptQuestion } from '../people/ask-back.ts'
import { anyOf } from '../people/store.ts'
import type { Decision, Mitigation, Override } from './screening.ts'

export type Answered = { key: string; value: string | number; at: Date }
type Source = 'call' | 'form' | 'check-in' | 'follow-up'

/** Appends answers; older ones of the same key stay readable. Gives the new rows' ids by key. */
export const insertAnswers = async (
  ctx: Ctx,
  tx: Tx,
  personId: string,
  source: Source,
  by: string,
  answers: readonly Answered[],
  askedBack: AskedBack = new Map(),
) => {
  const rows = answers.map(({ key, value, at }) => ({
    clinicId: tx.clinicId,
    id: ctx.newId(),
    personId,
    key,
    value: json(value),
    measuredAt: at,
    source,
    enteredBy: by,
    enteredAt: ctx.now(),
    askedBack: keptQuestion(askedBack.get(key)),
  }))
  if (rows.length > 0) await tx.db.insertInto('answer').values(rows).execute()
  return new Map(rows.map(({ key, id }) => [key, id]))
}

/** Every answer of a person that was not taken back, under any record that was merged into theirs. */
const standingAnswers = (tx: Tx, personId: string) =>
  tx.db
    .selectFrom('answer')
    .where('answer.clinicId', '=', tx.clinicId)
    .where('personId', '=', anyOf(tx, personId))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('answerTakenBack as back')
            .whereRef('back.clinicId', '=', 'answer.clinicId')
            .whereRef('back.answerId', '=', 'answer.id')
            .select('back.answerId'),
        ),
      ),
    )

/** The newest answer that raised concern about safety, whatever was said after it; null when none ever did. */
export const worryOf = async (tx: Tx, personId: string) => {
  const rows = await standingAnswers(tx, personId)
    .where('key', 'in', [...safetyKeys])
    .orderBy('measuredAt', 'desc')
    .select(['key', 'value', 'measuredAt', 'enteredBy'])
    .$narrowType<{ value: Answered['value'] }>()
    .execute()
  const found = rows.find(({ key, value }) => isWorry(key, value))
  return found ? { value: found.value, at: found.measuredAt.toISOString(), by: found.enteredBy } : null
}

/** The newest answer of each key, with the instant at which it was true and who entered it. */
export const latestAnswers = async (tx: Tx, personId: string) =>
  standingAnswers(tx, personId)
    .innerJoin('account', (join) =>
      join.onRef('account.clinicId', '=', 'answer.clinicId').onRef('account.id', '=', 'answer.enteredBy'),
    )
    .distinctOn('key')
    .orderBy('key')
    .orderBy('measuredAt', 'desc')
    .orderBy('enteredAt', 'desc')
    .orderBy('answer.id', 'desc')
    .select(['key', 'value', 'measuredAt', 'source', 'enteredBy', 'enteredAt', 'askedBack', 'account.name as enteredByName'])
    .$narrowType<{ value: Answered['value'] }>()
    .execute()

type NewScreening = { id: string; personId: string; indication: string; chart: Chart; findings: readonly Finding[]; by: string }

export const insertScreening = (ctx: Ctx, tx: Tx, { id, personId, indication, chart, findings, by }: NewScreening) =>
  tx.db
    .insertInto('screening')
    .values({
      clinicId: tx.clinicId,
      id,
      personId,
      indication,
      chart: json(chart),
      findings: json(findings),
      madeBy: by,
      madeAt: ctx.now(),
    })
    .execute()

const decided = (tx: Tx) =>
  tx.db
    .selectFrom('screening')
    .leftJoin('decision', (join) =>
      join.onRef('decision.clinicId', '=', 'screening.clinicId').onRef('decision.screeningId', '=', 'screening.id'),
    )
    .leftJoin('account', (join) =>
      join.onRef('account.clinicId', '=', 'decision.clinicId').onRef('account.id', '=', 'decision.decidedBy'),
    )
    .leftJoin('account as second', (join) =>
      join.onRef('second.clinicId', '=', 'decision.clinicId').onRef('second.id', '=', 'decision.secondSigner'),
    )
    .where('screening.clinicId', '=', tx.clinicId)
    .select(['screening.id', 'screening.personId', 'indication', 'madeAt'])
    .select([sql<Frozen['chart']>`screening.chart`.as('chart'), sql<unknown>`screening.findings`.as('findings')])
    .select(['decision.id as decisionId', 'decision', 'decision.reason', 'decidedAt'])
    .select([sql<Frozen['overrides']>`overrides`.as('overrides'), sql<Frozen['acknowledged']>`acknowledged`.as('acknowledged')])
    .select(sql<Frozen['mitigations']>`mitigations`.as('mitigations'))
    .select(['account.name as decidedByName', 'second.name as secondSignerName'])
    .select(sql<string | null>`look_again_on::text`.as('lookAgainOn'))
    .$narrowType<{ indication: 'pain' | 'depression'; decision: Decision | null }>()

// What was frozen into columns of JSON, with the shape it was frozen in.
type Frozen = {
  chart: Chart
  findings: unknown
  overrides: Override[] | null
  acknowledged: string[] | null
  mitigations: Mitigation[] | null
}

const asRead = <T extends Frozen>({ findings, overrides, acknowledged, mitigations, ...row }: T) => ({
  ...row,
  findings: storedFindings(findings),
  overrides: overrides ?? [],
  acknowledged: acknowledged ?? [],
  mitigations: mitigations ?? [],
})

/** One screening with its decision or nulls; undefined when there is none. */
export const screeningOf = async (tx: Tx, id: string) => {
  const row = await decided(tx).where('screening.id', '=', id).executeTakeFirst()
  return row && asRead(row)
}

/** Every screening of a person, newest first, each with its decision or nulls. */
export const screeningsOf = async (tx: Tx, personId: string) => {
  const rows = await decided(tx)
    .where('screening.personId', '=', anyOf(tx, personId))
    .orderBy('madeAt', 'desc')
    .orderBy('screening.id', 'desc')
    .execute()
  return rows.map(asRead)
}

/** The newest decision on a person for each indication, with what its signers overrode and saw. */
export const acceptancesOf = async (tx: Tx, personId: string) => {
  const rows = await tx.db
    .selectFrom('decision')
    .innerJoin('screening', (join) =>
      join.onRef('screening.clinicId', '=', 'decision.clinicId').onRef('screening.id', '=', 'decision.screeningId'),
    )
    .where('decision.clinicId', '=', tx.clinicId)
    .where('decision.personId', '=', anyOf(tx, personId))
    .distinctOn('indication')
    .orderBy('indication')
    .orderBy('decidedAt', 'desc')
    .orderBy('decision.id', 'desc')
    .select(['decision.id', 'indication', 'decision', 'decidedAt', 'screeningId'])
    .select([sql<Override[]>`overrides`.as('overrides'), sql<unknown>`findings`.as('findings')])
    .execute()
  return rows.map(({ overrides, findings, ...rest }) => ({
    ...rest,
    overrides: overrides.map(({ rule }) => rule),
    findings: storedFindings(findings),
  }))
}

/** The newest one for an indication; null when there is none. */
export const acceptanceOf = async (tx: Tx, personId: string, indication: string) =>
  (await acceptancesOf(tx, personId)).find((each) => each.indication === indication) ?? null

type NewDecision = {
  id: string
  screeningId: string
  personId: string
  decision: Decision
  reason: string
  overrides: readonly Override[]
  acknowledged: readonly string[]
  mitigations: readonly Mitigation[]
  by: string
  secondSigner: string | null
  lookAgainOn: string | null
}

export const insertDecision = (
  ctx: Ctx,
  tx: Tx,
  { by, overrides, acknowledged, mitigations, lookAgainOn, ...decision }: NewDecision,
) =>
  tx.db
    .insertInto('decision')
    .values({
      clinicId: tx.clinicId,
      ...decision,
      overrides: json(overrides),
      acknowledged: json(acknowledged),
      mitigations: json(mitigations),
      lookAgainOn: sql<never>`${lookAgainOn}::date`,
      decidedBy: by,
      decidedAt: ctx.now(),
    })
    .execute()

type NewRequest = { id: string; screeningId: string; rule: string; what: string; askedBy: string }

export const insertRequest = (ctx: Ctx, tx: Tx, request: NewRequest) =>
  tx.db
    .insertInto('screeningRequest')
    .values({ clinicId: tx.clinicId, ...request, askedAt: ctx.now() })
    .execute()

/** What was asked for in these screenings, newest first, each with who asked. */
export const requestsOf = async (tx: Tx, screeningIds: readonly string[]) => {
  if (screeningIds.length === 0) return []
  return tx.db
    .selectFrom('screeningRequest as request')
    .innerJoin('account', (join) =>
      join.onRef('account.clinicId', '=', 'request.clinicId').onRef('account.id', '=', 'request.askedBy'),
    )
    .where('request.clinicId', '=', tx.clinicId)
    .where('screeningId', 'in', screeningIds)
    .orderBy('askedAt', 'desc')
    .orderBy('request.id', 'desc')
    .select(['request.id', 'screeningId', 'rule', 'what', 'askedAt', 'account.name as askedByName'])
    .execute()
}
