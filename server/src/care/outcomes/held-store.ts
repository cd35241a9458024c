import { json, type Tx } from '../../platform/database.ts'
import type { AnswerSent } from './assessment.ts'

type NewHeld = { id: string; assessmentId: string; personId: string; body: AnswerSent; why: string; sentAt: Date }

export const insertHeld = async (tx: Tx, { body, ...row }: NewHeld) => {
  await tx.db
    .insertInto('heldAnswer')
    .values({ clinicId: tx.clinicId, ...row, body: json(body) })
    .execute()
}

/** What is held of a question and was not answered since, the newest. */
export const heldOf = async (tx: Tx, assessmentId: string): Promise<{ id: string; body: AnswerSent; sentAt: Date } | null> => {
  const held = await tx.db
    .selectFrom('heldAnswer')
    .where('clinicId', '=', tx.clinicId)
    .where('assessmentId', '=', assessmentId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('assessmentAnswer')
            .whereRef('assessmentAnswer.clinicId', '=', 'heldAnswer.clinicId')
            .whereRef('assessmentAnswer.assessmentId', '=', 'heldAnswer.assessmentId')
            .whereRef('assessmentAnswer.answeredAt', '>=', 'heldAnswer.sentAt')
            .select('assessmentAnswer.id'),
        ),
      ),
    )
    .orderBy('sentAt', 'desc')
    .orderBy('id', 'desc')
    .select(['id', 'body', 'sentAt'])
    .$narrowType<{ body: AnswerSent }>()
    .executeTakeFirst()
  return held ?? null
}
