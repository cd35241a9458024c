import type { Chart, Finding } from '@dripline/clinical'
import type { Ctx, Tx } from '../../platform/context.ts'
import { json } from '../../platform/database.ts'
import type { Decision, Override } from './screening.ts'

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
  }))
  if (rows.length > 0) await tx.db.insertInto('answer').values(rows).execute()
  return new Map(rows.map(({ key, id }) => [key, id]))
}

/** The newest answer of each key, with the instant at which it was true and who entered it. */
export const latestAnswers = (tx: Tx, personId: string) =>
  tx.db
    .selectFrom('answer')
    .distinctOn('key')
    .where('clinicId', '=', tx.clinicId)
    .where('personId', '=', personId)
    .orderBy('key')
    .orderBy('measuredAt', 'desc')
    .orderBy('enteredAt', 'desc')
    .orderBy('id', 'desc')
    .select(['key', 'value', 'measuredAt', 'source', 'enteredBy'])
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
    .where('screening.clinicId', '=', tx.clinicId)
    .select([
      'screening.id',
      'screening.personId',
      'indication',
      'chart',
      'findings',
      'madeAt',
      'decision.id as decisionId',
      'decision',
      'decision.reason',
      'overrides',
      'acknowledged',
      'decidedAt',
      'account.name as decidedByName',
    ])

export const screeningOf = (tx: Tx, id: string) => decided(tx).where('screening.id', '=', id).executeTakeFirst()

/** A person's screenings, newest first, each with its decision or nulls. */
export const screeningsOf = (tx: Tx, personId: string) =>
  decided(tx).where('screening.personId', '=', personId).orderBy('madeAt', 'desc').orderBy('screening.id', 'desc').execute()

/** The newest acceptance of a person for an indication, or nothing. */
export const acceptanceOf = async (tx: Tx, personId: string, indication: string) => {
  const row = await tx.db
    .selectFrom('decision')
    .innerJoin('screening', (join) =>
      join.onRef('screening.clinicId', '=', 'decision.clinicId').onRef('screening.id', '=', 'decision.screeningId'),
    )
    .where('decision.clinicId', '=', tx.clinicId)
    .where('decision.personId', '=', personId)
    .where('indication', '=', indication)
    .orderBy('decidedAt', 'desc')
    .orderBy('decision.id', 'desc')
    .select(['decision.id', 'decision', 'decidedAt', 'screeningId', 'overrides'])
    .executeTakeFirst()
  return row ? { ...row, overrides: (row.overrides as Override[]).map(({ rule }) => rule) } : null
}

type NewDecision = {
  id: string
  screeningId: string
  personId: string
  decision: Decision
  reason: string
  overrides: readonly Override[]
  acknowledged: readonly string[]
  by: string
  secondSigner: string | null
}

export const insertDecision = (ctx: Ctx, tx: Tx, { by, overrides, acknowledged, ...decision }: NewDecision) =>
  tx.db
    .insertInto('decision')
    .values({
      clinicId: tx.clinicId,
      ...decision,
      overrides: json(overrides),
      acknowledged: json(acknowledged),
      decidedBy: by,
      decidedAt: ctx.now(),
    })
    .execute()
