import { type Ctx, inOneStep, type Tx } from './context.ts'

const HOUR_MS = 3_600_000
/** How long each kind of row is of use; a ceremony's challenge for as long as it says itself, and a day to be looked at. */
const KEPT_HOURS = { idempotencyKey: 48, auditRead: 24, challenge: 24 } as const

/** Removes what has outlived its use: keys of writes, marks of reading, ceremonies that are over. Gives how many of each. */
export const sweep = (ctx: Ctx): Promise<{ keys: number; reads: number; challenges: number }> =>
  inOneStep(ctx, 'sweep', async (tx) => {
    const before = (hours: number) => new Date(ctx.now().getTime() - hours * HOUR_MS)
    return {
      keys: await sweepKeys(tx, before(KEPT_HOURS.idempotencyKey)),
      reads: await sweepReads(tx, before(KEPT_HOURS.auditRead)),
      challenges: await sweepChallenges(tx, before(KEPT_HOURS.challenge)),
    }
  })

// The simulated clinic finds its place in the play by its own keys, which no request can send: they hold a space.
const sweepKeys = async ({ db, clinicId }: Tx, before: Date) => {
  const gone = db.deleteFrom('idempotencyKey').where('clinicId', '=', clinicId).where('createdAt', '<', before)
  return Number((await gone.where('key', 'not like', 'play %').executeTakeFirst()).numDeletedRows)
}

const sweepReads = async ({ db, clinicId }: Tx, before: Date) => {
  const gone = db.deleteFrom('auditRead').where('clinicId', '=', clinicId).where('minute', '<', before)
  return Number((await gone.executeTakeFirst()).numDeletedRows)
}

const sweepChallenges = async ({ db, clinicId }: Tx, before: Date) => {
  const gone = db.deleteFrom('challenge').where('clinicId', '=', clinicId).where('expiresAt', '<', before)
  return Number((await gone.executeTakeFirst()).numDeletedRows)
}
