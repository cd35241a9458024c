import { type Ctx, staffOf } from './context.ts'

const UUID7 = /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/

/** Whether this is the id of a record made by whoever enters it: its form counts, never the time in it. */
export const isEntryId = (key: string): boolean => UUID7.test(key)

/**
 * The id that whoever sends an entry has made for it, with the hash of what was sent: the request's own key, where it has that form. It is
 * the record's id and its idempotency for ever; any other key is one for two days.
 */
export const entryIdOf = (ctx: Ctx): { id: string; sentHash: string } | null => {
  const { idempotency } = ctx
  return idempotency && isEntryId(idempotency.key) ? { id: idempotency.key, sentHash: idempotency.requestHash } : null
}

/** Whether this actor is the author of a record and sent just this: then a second arrival is answered with the first. */
export const isSameEntry = (ctx: Ctx, known: { enteredBy: string; sentHash: string | null }): boolean =>
  known.enteredBy === staffOf(ctx).id && known.sentHash === ctx.idempotency?.requestHash
