import { expect, test } from 'vitest'
import { callOnce } from './platform/call.ts'
import { openPostgres } from './platform/database.ts'
import { Outage } from './platform/outage.ts'
import { asSuperuser, freshDatabase, ownersOf } from './platform/testing-postgres.ts'

test('what was parsed before a migration by another server fails once, with nothing saved, and then answers', async () => {
  const url = await freshDatabase()
  await asSuperuser(ownersOf(url), 'create table made_up as select 1 as before; grant select on made_up to public')
  const database = await openPostgres(url, { connections: 1 })
  try {
    const look = () => callOnce(database, 'chair', 'select * from made_up where before = $1', [1])
    for (let use = 0; use < 5; use++) expect(await look()).toEqual({ before: 1 })
    await asSuperuser(ownersOf(url), 'alter table made_up add column after integer default 2')
    const refused = await look().catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(Outage)
    expect(refused).toMatchObject({ left: 'nothing' })
    expect(await look()).toEqual({ before: 1, after: 2 })
  } finally {
    await database.close()
  }
})
