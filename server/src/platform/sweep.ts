import { sql } from 'kysely'
import { type Ctx, inOneStep, type Tx } from './context.ts'

const HOUR_MS = 3_600_000
/** How long each kind of row is of use; a ceremony's challenge for as long as it says itself, and a day to be looked at. */
const KEPT_HOURS = { auditRead: 24, challenge: 24 } as const

/** So many rows go in one step, so that none of them is long. */
const MOST = 5000

/** Removes what has outlived its use: marks of reading, ceremonies that are over. Gives how many of each; keys of writes stay for ever. */
export const sweep = async (ctx: Ctx): Promise<{ reads: number; challenges: number }> => {
  const all = { reads: 0, challenges: 0 }
  for (;;) {
    const { reads, challenges } = await sweepSome(ctx)
    all.reads += reads
    all.challenges += challenges
    if (reads < MOST && challenges < MOST) return all
  }
}

const sweepSome = (ctx: Ctx): Promise<{ reads: number; challenges: number }> =>
  inOneStep(ctx, 'sweep', async (tx) => {
    const before = (hours: number) => new Date(ctx.now().getTime() - hours * HOUR_MS)
    return {
      reads: await sweepReads(tx, before(KEPT_HOURS.auditRead)),
      challenges: await sweepChallenges(tx, before(KEPT_HOURS.challenge)),
    }
  })

const sweepReads = async ({ db, clinicId }: Tx, before: Date) => {
  const { numAffectedRows } = await sql`delete from audit_read r using
    (select actor, view, minute, patient_id from audit_read where clinic_id = ${clinicId} and minute < ${before} order by minute limit ${MOST}) gone
    where r.clinic_id = ${clinicId} and r.actor = gone.actor and r.view = gone.view and r.minute = gone.minute
      and r.patient_id = gone.patient_id`.execute(db)
  return Number(numAffectedRows ?? 0)
}

const sweepChallenges = async ({ db, clinicId }: Tx, before: Date) => {
  const { numAffectedRows } = await sql`delete from challenge where clinic_id = ${clinicId} and id in
    (select id from challenge where clinic_id = ${clinicId} and expires_at < ${before} order by expires_at limit ${MOST})`.execute(
    db,
  )
  return Number(numAffectedRows ?? 0)
}
