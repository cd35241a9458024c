import { sql } from 'kysely'
import { type Ctx, groundOf, inOneStep, openContext, type Tx } from './context.ts'
import { inTransaction } from './database.ts'
import type { Ground } from './ground.ts'
import { originOf } from './host.ts'
import type { Letter } from './mail.ts'

/** Composes a message from the state as it is now, or says null when it need not be sent any more. */
export type Compose = (tx: Tx, ctx: Ctx, aboutId: string) => Promise<Letter | null>

type Promised = { kind: string; aboutId: string; dueAt: Date }

/** Promises a message in this step; what it will say is read when it is sent. A second promise of the same is the first. */
export const promiseMessage = async (ctx: Ctx, tx: Tx, { kind, aboutId, dueAt }: Promised): Promise<void> => {
  await tx.db
    .insertInto('message')
    .values({ clinicId: tx.clinicId, id: ctx.newId(), kind, aboutId, dueAt, createdAt: ctx.now() })
    // Withdrawn and promised again for the same instant (moved away and back) it is wanted after all.
    .onConflict((conflict) =>
      conflict
        .columns(['clinicId', 'kind', 'aboutId', 'dueAt'])
        .doUpdateSet({ droppedAt: null })
        .where('message.sentAt', 'is', null),
    )
    .execute()
  if (dueAt <= ctx.now()) await groundOf(ctx).jobs.enqueue(tx, 'deliver', { clinicId: tx.clinicId })
}

/** Withdraws what was promised about a record and not sent yet. */
export const dropMessages = (ctx: Ctx, tx: Tx, aboutId: string) =>
  tx.db
    .updateTable('message')
    .set({ droppedAt: ctx.now() })
    .where('clinicId', '=', tx.clinicId)
    .where('aboutId', '=', aboutId)
    .where('sentAt', 'is', null)
    .where('droppedAt', 'is', null)
    .execute()

const TRIES = 100
const LONGEST_WAIT_MINUTES = 60

const reasonOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : 'unknown')

// A mail server that answered has something against this letter; when it is away it is away for the others too.
const isAboutLetter = (error: unknown) => error instanceof Error && 'responseCode' in error && error.responseCode !== undefined

/** Sends what is due in a clinic, oldest first; what could not be carried is tried again, less and less often. */
export const deliverDue = async (
  ground: Ground,
  composers: Readonly<Record<string, Compose>>,
  clinicId: string,
  clock = ground.clock,
): Promise<number> => {
  const ctx = openContext(ground, {
    clinicId,
    actor: { kind: 'system', name: 'post' },
    clock,
    origin: await originOf(ground, clinicId),
  })
  let sent = 0
  for (let next = await composeNext(ctx, composers); next; next = await composeNext(ctx, composers)) {
    if (next.letter && ground.postman.carries) {
      try {
        await ground.postman.send(next.letter, next.id)
      } catch (error) {
        ground.log.warn({ messageId: next.id, tries: next.tries, why: reasonOf(error) }, 'letter not carried')
        if (isAboutLetter(error)) continue
        break
      }
      await inOneStep(ctx, 'send-message', (tx) => markSent(ctx, tx, next.id))
    }
    sent += 1
  }
  return sent
}

const markSent = async (ctx: Ctx, tx: Tx, id: string) => {
  await tx.db.updateTable('message').set({ sentAt: ctx.now() }).where('clinicId', '=', tx.clinicId).where('id', '=', id).execute()
  return { messageId: id }
}

// Composed in one step and carried after it: a transaction never waits for a mail server.
const composeNext = async (ctx: Ctx, composers: Readonly<Record<string, Compose>>) => {
  const { database, postman } = groundOf(ctx)
  if (!(await anyDue(ctx, database))) return null
  return inOneStep(ctx, 'compose-message', async (tx) => {
    const due = await dueMessages(ctx, tx).forUpdate().skipLocked().select(['id', 'kind', 'aboutId', 'tries']).executeTakeFirst()
    if (!due) return null
    const compose = composers[due.kind]
    const letter = compose ? await compose(tx, ctx, due.aboutId) : null
    const done = letter === null ? { droppedAt: ctx.now() } : postman.carries ? {} : { sentAt: ctx.now() }
    const text = letter && { recipient: letter.to, subject: letter.subject, body: letter.body, calendar: letter.calendar ?? null }
    await tx.db
      .updateTable('message')
      .set({ tries: due.tries + 1, triedAt: ctx.now(), ...done, ...text })
      .where('clinicId', '=', tx.clinicId)
      .where('id', '=', due.id)
      .execute()
    return { id: due.id, letter, tries: due.tries + 1 }
  })
}

const dueMessages = (ctx: Ctx, tx: Tx) =>
  tx.db
    .selectFrom('message')
    .where('clinicId', '=', tx.clinicId)
    .where('sentAt', 'is', null)
    .where('droppedAt', 'is', null)
    .where('tries', '<', TRIES)
    // It also keeps what one server is carrying at this moment from being carried by another.
    .where(
      sql<boolean>`(tried_at is null
        or tried_at + least(power(2, tries - 1), ${LONGEST_WAIT_MINUTES}) * interval '1 minute' <= ${ctx.now()})`,
    )
    .where('dueAt', '<=', ctx.now())
    .orderBy('dueAt')
    .limit(1)

const anyDue = (ctx: Ctx, database: Ground['database']) =>
  inTransaction(
    database,
    ctx.clinicId,
    async (tx) => (await dueMessages(ctx, tx).select(sql<number>`1`.as('one')).executeTakeFirst()) !== undefined,
  )
