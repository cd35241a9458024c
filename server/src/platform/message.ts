import { sql } from 'kysely'
import { type Ctx, groundOf, inOneStep, openContext, type Tx } from './context.ts'
import { inTransaction, json } from './database.ts'
import type { Ground } from './ground.ts'
import { originOf } from './host.ts'
import { type Failure, failureOf, type Letter } from './mail.ts'
import { markRefused, refusedAmong } from './refused-address.ts'

/** What was promised with the promise: the words that somebody at the desk added to it. */
export type Wanted = { readonly words: string | null }

/** Composes a message from the state as it is now, or says null when it need not be sent any more. */
export type Compose = (tx: Tx, ctx: Ctx, aboutId: string, promised: Wanted) => Promise<Letter | null>

type Promised = { kind: string; aboutId: string; dueAt: Date; words?: string | null }

/** Promises a message in this step; what it will say is read when it is sent. A second promise of the same is the first. */
export const promiseMessage = async (ctx: Ctx, tx: Tx, { kind, aboutId, dueAt, words = null }: Promised): Promise<void> => {
  await tx.db
    .insertInto('message')
    .values({ clinicId: tx.clinicId, id: ctx.newId(), kind, aboutId, dueAt, words, createdAt: ctx.now() })
    // Withdrawn and promised again for the same instant (moved away and back) it is wanted after all.
    .onConflict((conflict) =>
      conflict
        .columns(['clinicId', 'kind', 'aboutId', 'dueAt'])
        .doUpdateSet({ droppedAt: null, words })
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
    .where('failedAt', 'is', null)
    .execute()

/** About four days: what a mail server could not take by then is not carried any more. */
const TRIES = 100
const LONGEST_WAIT_MINUTES = 60

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
        const failure = failureOf(error)
        ground.log.warn({ messageId: next.id, tries: next.tries, about: failure.about }, 'letter not carried')
        if (failure.isFinal || next.tries >= TRIES)
          await inOneStep(ctx, 'give-up-message', (tx) => giveUp(ctx, tx, next.id, next.letter, failure))
        if (failure.about === 'house') break
        continue
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

// The address is marked only when it is the address that is refused.
const giveUp = async (ctx: Ctx, tx: Tx, id: string, letter: Letter | null, { about, isFinal, why }: Failure) => {
  await setFailed(ctx, tx, id, why)
  if (letter && isFinal && about === 'address') await markRefused(tx, { email: letter.to, why, messageId: id, at: ctx.now() })
  return { messageId: id }
}

const setFailed = (ctx: Ctx, tx: Tx, id: string, why: string) =>
  tx.db
    .updateTable('message')
    .set({ failedAt: ctx.now(), failure: why.slice(0, 300) })
    .where('clinicId', '=', tx.clinicId)
    .where('id', '=', id)
    .execute()

// Composed in one step and carried after it: a transaction never waits for a mail server.
const composeNext = async (ctx: Ctx, composers: Readonly<Record<string, Compose>>) => {
  const { database, postman, log } = groundOf(ctx)
  if (!(await anyDue(ctx, database))) return null
  let begun: string | undefined
  const composed = inOneStep(ctx, 'compose-message', async (tx) => {
    const due = await dueMessages(ctx, tx)
      .forUpdate()
      .skipLocked()
      .select(['id', 'kind', 'aboutId', 'tries', 'words'])
      .executeTakeFirst()
    if (!due) return null
    begun = due.id
    const compose = composers[due.kind]
    const letter = compose ? await compose(tx, ctx, due.aboutId, { words: due.words }) : null
    const refused = letter && (await refusedAmong(tx, [letter.to])).get(letter.to)
    const done = doneOf(ctx, letter, refused?.why, postman.carries)
    const text = letter && {
      recipient: letter.to,
      subject: letter.subject,
      body: letter.body,
      calendar: letter.calendar ?? null,
      told: letter.told === undefined ? null : json(letter.told),
    }
    await tx.db
      .updateTable('message')
      .set({ tries: due.tries + 1, triedAt: ctx.now(), ...done, ...text })
      .where('clinicId', '=', tx.clinicId)
      .where('id', '=', due.id)
      .execute()
    return { id: due.id, letter: refused ? null : letter, tries: due.tries + 1 }
  })
  return composed.catch(async (error: unknown) => {
    if (begun === undefined) throw error
    const id = begun
    log.error({ messageId: id, error: error instanceof Error ? error.stack : String(error) }, 'letter not written')
    await inOneStep(ctx, 'put-message-back', (tx) => putBack(ctx, tx, id))
    return { id, letter: null, tries: 0 }
  })
}

// One that cannot be written waits like one that cannot be carried, and holds up none of the others.
const putBack = async (ctx: Ctx, tx: Tx, id: string) => {
  const { tries } = await tx.db
    .updateTable('message')
    .set(({ eb }) => ({ tries: eb('tries', '+', 1), triedAt: ctx.now() }))
    .where('clinicId', '=', tx.clinicId)
    .where('id', '=', id)
    .returning('tries')
    .executeTakeFirstOrThrow()
  if (tries >= TRIES) await setFailed(ctx, tx, id, 'the letter could not be written')
  return { messageId: id }
}

const doneOf = (ctx: Ctx, letter: Letter | null, refused: string | undefined, carries: boolean) => {
  if (letter === null) return { droppedAt: ctx.now() }
  if (refused !== undefined) return { failedAt: ctx.now(), failure: `the address was refused before: ${refused}`.slice(0, 300) }
  return carries ? {} : { sentAt: ctx.now() }
}

const dueMessages = (ctx: Ctx, tx: Tx) =>
  tx.db
    .selectFrom('message')
    .where('clinicId', '=', tx.clinicId)
    .where('sentAt', 'is', null)
    .where('droppedAt', 'is', null)
    .where('failedAt', 'is', null)
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
