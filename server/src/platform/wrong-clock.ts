import type { Clock } from './clock.ts'
import { type Database, inTransaction, type Tx, withoutClinic } from './database.ts'

/** What somebody says who has looked at the clocks and wants to start all the same. */
export const CLOCK_CHECKED = 'I have looked at the clocks'

/** Thrown when the time cannot be right at a start; the words are for whoever starts the server. */
export class WrongClock extends Error {
  override readonly name = 'WrongClock'
}

/** Machines that keep their time are never so far apart; 5 s is alerted while a server runs. In seconds. */
export const FARTHEST_S = 60

/** The time a start would go by, what this machine says, whether the database's clock is the same one, the trail's newest line. */
export type AtStart = { readonly now: Date; readonly wall: Date; readonly isOwn: boolean; readonly newest: Date | null }

const said = (at: Date) => `${at.toISOString().slice(0, 19).replace('T', ' ')} UTC`
const apart = (one: Date, other: Date) => Math.round((one.getTime() - other.getTime()) / 1000)

/**
 * Why the time cannot be right, or null. Two machines have two voices, held against one another. On one machine there is only one, which
 * the trail can contradict: it was never written later than now.
 */
export const whyWrong = ({ now, wall, isOwn, newest }: AtStart): string | null => {
  const away = apart(wall, now)
  if (!isOwn && Math.abs(away) > FARTHEST_S)
    return `This machine’s clock says ${said(wall)} and the database’s ${said(now)}: ${Math.abs(away)} s ${away > 0 ? 'ahead' : 'behind'}, where ${FARTHEST_S} s is the most. Let both keep their time by NTP, then start again.`
  if (newest !== null && apart(newest, now) > FARTHEST_S)
    return `The clock says ${said(now)}, and the newest line of the trail was written at ${said(newest)}, which is still to come. Set the clock of ${isOwn ? 'this machine' : 'the database’s machine'}, then start again.`
  return null
}

const newestLine = async (database: Database): Promise<Date | null> => {
  const clinics = await withoutClinic(database, (db) => db.selectFrom('clinic').select('id').execute(), 'jobs')
  let newest: Date | null = null
  for (const { id } of clinics) {
    const last = ({ db }: Tx) =>
      db.selectFrom('auditLine').where('clinicId', '=', id).orderBy('seq', 'desc').select('entry').limit(1).executeTakeFirst()
    const line = await inTransaction(database, id, last, 'jobs')
    const at = line && new Date(JSON.parse(line.entry).at)
    if (at && (newest === null || at > newest)) newest = at
  }
  return newest
}

/** Refuses a start whose time cannot be right. */
export const refuseWrongClock = async (database: Database, clock: Pick<Clock, 'now' | 'stamp'>, wall: Date): Promise<void> => {
  const { isOwn } = clock.stamp() ?? { isOwn: true }
  const why = whyWrong({ now: clock.now(), wall, isOwn, newest: await newestLine(database) })
  if (why !== null) throw new WrongClock(`${why} If both are right now, start once with CLOCK_CHECKED="${CLOCK_CHECKED}".`)
}
