import { randomBytes } from 'node:crypto'
import { withoutClinic } from './platform/database.ts'
import { uuid7 } from './platform/id.ts'
import { newClinic, oneTimeCode } from './platform/new-clinic.ts'
import { type Running, type StartOptions, start } from './start.ts'

/** Starts a clinic of one's own. A database without any gets one that waits for its first owner: the code proves that the owner sits at this machine. */
export const startOwn = async (options: StartOptions): Promise<Running & { readonly code: string | null }> => {
  const running = await start(options)
  const { ground, url } = running
  const clinics = await withoutClinic(ground.database, (db) => db.selectFrom('clinic').select(['id', 'setUpAt']).execute())
  if (clinics.length > 0) return { ...running, code: null }
  const code = oneTimeCode(randomBytes)
  const at = ground.clock()
  await newClinic(ground.database, { id: uuid7(at), host: new URL(url).hostname, at, code })
  return { ...running, code }
}
