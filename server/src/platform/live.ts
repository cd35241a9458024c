import { type Entry, NEWS } from './audit.ts'
import { type Database, inTransaction } from './database.ts'

/** One thing that happened, as its listeners hear it: the audit line's own number, its verb as kind, and ids. */
export type News = { readonly id: number; readonly kind: string; readonly ids: Entry['about'] }

export type Live = {
  /** Calls `heard` after each commit that may have brought news to this clinic; returns the way to stop. */
  follow(clinicId: string, heard: () => void): () => void
  /** The news of a clinic in the lines after a number, oldest first: how far that reaches, and whether there are lines after it. */
  since(clinicId: string, seq: number): Promise<{ news: News[]; upTo: number; isMore: boolean }>
  /** The number of the newest line. */
  head(clinicId: string): Promise<number>
}

const AT_MOST = 500

/** News for open pages: the database says that there is some, the audit trail says what. */
export const openLive = async (database: Database): Promise<Live> => {
  const followers = new Map<string, Set<() => void>>()
  const tell = (clinicId: string) => {
    for (const heard of followers.get(clinicId) ?? []) heard()
  }
  await database.listen(NEWS, (payload) => {
    const [clinicId] = payload.split(' ')
    if (clinicId) tell(clinicId)
    else for (const each of followers.keys()) tell(each)
  })
  return {
    follow: (clinicId, heard) => {
      const mine = followers.get(clinicId) ?? new Set()
      followers.set(clinicId, mine.add(heard))
      return () => {
        mine.delete(heard)
      }
    },
    since: (clinicId, seq) => inTransaction(database, clinicId, (tx) => newsAfter(tx, seq)),
    head: (clinicId) =>
      inTransaction(database, clinicId, async ({ db }) => {
        const { seq } = await db.selectFrom('auditHead').where('clinicId', '=', clinicId).select('seq').executeTakeFirstOrThrow()
        return Number(seq)
      }),
  }
}

const newsAfter = async ({ db, clinicId }: Parameters<Parameters<typeof inTransaction>[2]>[0], seq: number) => {
  const lines = await db
    .selectFrom('auditLine')
    .where('clinicId', '=', clinicId)
    .where('seq', '>', String(seq))
    .orderBy('seq')
    .limit(AT_MOST)
    .select(['seq', 'entry'])
    .execute()
  const news = lines.flatMap(({ seq: id, entry }) => {
    const { verb: kind, outcome, about: ids }: Entry = JSON.parse(entry)
    return outcome === 'done' ? [{ id: Number(id), kind, ids }] : []
  })
  return { news, upTo: Number(lines.at(-1)?.seq ?? seq), isMore: lines.length === AT_MOST }
}
