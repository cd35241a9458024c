import { type Ctx, inOneStep, type Tx } from './context.ts'

const HOUR_MS = 3_600_000
/** How long each kind of row is of use; a ceremony's challenge for as long as it says itself, and a day to be looked at. */
const KEPT_HOURS = { auditRead: 24, challenge: 24 } as const

/** Removes what has outlived its use: marks of reading, ceremonies that are over. Gives how many of each; keys of writes stay for ever. */
export const sweep = (ctx: Ctx): Promise<{ reads: number; challenges: number }> =>
  inOneStep(ctx, 'sweep', async (tx) => {
    const before = (hours: number) => new Date(ctx.now().getTime() - hours * HOUR_MS)
    return {
      reads: await sweepReads(tx, before(KEPT_HOURS.auditRead)),
      challenges: await sweepChallenges(tx, before(KEPT_HOURS.challenge)),
    }
  })

const sweepReads = async ({ db, clinicId }: Tx, before: Date) => {
  const gone = db.deleteFrom('auditRead').where('clinicId', '=', clinicId).where('minute', '<', before)
  return Number((await gone.executeTakeFirst()).numDeletedRows)
}

const sweepChallenges = async ({ db, clinicId }: Tx, before: Date) => {
  const gone = db.deleteFrom('challenge').where('clinicId', '=', clinicId).where('expiresAt', '<', before)
  return Number((await gone.executeTakeFirst()).numDeletedRows)
}
