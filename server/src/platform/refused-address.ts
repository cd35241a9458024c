import type { Tx } from './database.ts'

const folded = (email: string) => email.trim().toLowerCase()

/** Marks an address at which letters are refused for good; said again it is the same mark. */
export const markRefused = async (
  tx: Tx,
  { email, why, messageId, at }: { email: string; why: string; messageId: string; at: Date },
) => {
  const said = { why, messageId, refusedAt: at, clearedAt: null }
  await tx.db
    .insertInto('refusedAddress')
    .values({ clinicId: tx.clinicId, email: folded(email), ...said })
    .onConflict((conflict) => conflict.columns(['clinicId', 'email']).doUpdateSet(said))
    .execute()
}

/** Takes the mark off: letters are carried there again. */
export const clearRefused = async (tx: Tx, email: string, at: Date) => {
  await tx.db
    .updateTable('refusedAddress')
    .set({ clearedAt: at })
    .where('clinicId', '=', tx.clinicId)
    .where('email', '=', folded(email))
    .where('clearedAt', 'is', null)
    .execute()
}

/** Which of these addresses take no letters, with why and since when; by the address as it was asked for. */
export const refusedAmong = async (tx: Tx, emails: readonly string[]): Promise<Map<string, { why: string; since: Date }>> => {
  const asked = new Map(emails.map((email) => [folded(email), email]))
  if (asked.size === 0) return new Map()
  const found = await tx.db
    .selectFrom('refusedAddress')
    .where('clinicId', '=', tx.clinicId)
    .where('email', 'in', [...asked.keys()])
    .where('clearedAt', 'is', null)
    .select(['email', 'why', 'refusedAt'])
    .execute()
  return new Map(found.map(({ email, why, refusedAt }) => [asked.get(email) ?? email, { why, since: refusedAt }]))
}
