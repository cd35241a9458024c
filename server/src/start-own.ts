import { randomBytes } from 'node:crypto'
import { type Database, inTransaction, withoutClinic } from './platform/database.ts'
import { uuid7 } from './platform/id.ts'
import { sha256 } from './platform/keys.ts'
import { newClinic, oneTimeCode } from './platform/new-clinic.ts'
import { type Running, type StartOptions, start } from './start.ts'

/**
 * Starts a clinic of one's own. A database without any gets one that waits for its first owner: the code proves that the
 * owner sits at this machine. While it waits, every start gives a new code, since only the hash of the last one is kept.
 */
export const startOwn = async (options: StartOptions): Promise<Running & { readonly code: string | null }> => {
  const running = await start(options)
  const { ground, url } = running
  const clinics = await withoutClinic(ground.database, (db) => db.selectFrom('clinic').select(['id', 'setUpAt']).execute())
  const [first, ...more] = clinics
  if (first?.setUpAt || more.length > 0) return { ...running, code: null }
  const code = oneTimeCode(randomBytes)
  const at = ground.clock()
  if (first) await renewCode(ground.database, first.id, code)
  else await newClinic(ground.database, { id: uuid7(at), host: new URL(url).hostname, at, code })
  return { ...running, code }
}

const renewCode = (database: Database, clinicId: string, code: string) =>
  inTransaction(database, clinicId, ({ db }) =>
    db
      .updateTable('clinic')
      .set({ setUpCodeHash: sha256(code) })
      .where('id', '=', clinicId)
      .where('setUpAt', 'is', null)
      .execute(),
  )
