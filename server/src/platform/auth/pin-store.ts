import { sql } from 'kysely'
import type { Tx } from '../database.ts'

type NewPin = { id: string; deviceId: string; accountId: string; pinHash: string; setAt: Date }

export const insertPin = ({ db, clinicId }: Tx, pin: NewPin) =>
  db
    .insertInto('devicePin')
    .values({ clinicId, ...pin })
    .execute()

const inUse = ({ db, clinicId }: Tx, deviceId: string, accountId: string) =>
  db
    .updateTable('devicePin')
    .where('clinicId', '=', clinicId)
    .where('deviceId', '=', deviceId)
    .where('accountId', '=', accountId)
    .where('endedAt', 'is', null)

/** Ends the PIN of a person on a device, if there is one. */
export const endPin = (tx: Tx, deviceId: string, accountId: string, endedAt: Date) =>
  inUse(tx, deviceId, accountId).set({ endedAt }).execute()

/** Counts a try before it is judged; nothing when there is no PIN, or when its tries are used up. */
export const countWrongPin = (tx: Tx, deviceId: string, accountId: string, most: number) =>
  inUse(tx, deviceId, accountId)
    .set({ wrongTries: sql`wrong_tries + 1` })
    .where('wrongTries', '<', most)
    .returning(['id', 'pinHash', 'wrongTries'])
    .executeTakeFirst()

/** The right PIN was given: its tries begin anew. */
export const forgiveTries = ({ db, clinicId }: Tx, id: string) =>
  db.updateTable('devicePin').set({ wrongTries: 0 }).where('clinicId', '=', clinicId).where('id', '=', id).execute()

const pins = ({ db, clinicId }: Tx, deviceId: string) =>
  db
    .selectFrom('devicePin')
    .innerJoin('account', (join) =>
      join.onRef('account.clinicId', '=', 'devicePin.clinicId').onRef('account.id', '=', 'devicePin.accountId'),
    )
    .where('devicePin.clinicId', '=', clinicId)
    .where('deviceId', '=', deviceId)
    .where('endedAt', 'is', null)
    .where('closedAt', 'is', null)

/** Everybody with an open account who has a PIN on a device, who set theirs last first. */
export const pinsOn = (tx: Tx, deviceId: string) =>
  pins(tx, deviceId).orderBy('setAt', 'desc').select(['accountId', 'name', 'wrongTries']).execute()

/** The PIN of one person on a device. */
export const pinOf = (tx: Tx, deviceId: string, accountId: string) =>
  pins(tx, deviceId).where('accountId', '=', accountId).select('devicePin.id').executeTakeFirst()

/** Ends somebody's PINs on every device. */
export const endPins = ({ db, clinicId }: Tx, accountId: string, endedAt: Date) =>
  db
    .updateTable('devicePin')
    .set({ endedAt })
    .where('clinicId', '=', clinicId)
    .where('accountId', '=', accountId)
    .where('endedAt', 'is', null)
    .execute()
