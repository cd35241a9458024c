import { expect, test } from 'vitest'
import { openEmbedded } from './database.ts'
import { migrate, migrations, NotOurMigrations } from './migrate.ts'
import { keptSnapshot } from './testing-snapshot.ts'

/** A database of this version, in which something was then changed behind its back. */
const refusalAfter = async (change: string): Promise<unknown> => {
  const database = await openEmbedded(undefined, await keptSnapshot())
  try {
    await migrate(database)
    await database.pool.query(change)
    return await migrate(database).catch((error: unknown) => error)
  } finally {
    await database.close()
  }
}

test('a database that a newer version used is refused in a sentence, and nothing in it is touched', async () => {
  const refused = await refusalAfter("insert into schema_migration (name, checksum) values ('9001-of-tomorrow.sql', 'x')")
  expect(refused).toBeInstanceOf(NotOurMigrations)
  expect(String(refused)).toMatch(
    /newer version of Dripline \(it knows 9001-of-tomorrow[.]sql\)[.] Start that version, or restore/,
  )
})

test('a migration that is not the one that ran is named, and so is every other', async () => {
  const refused = await refusalAfter("update schema_migration set checksum = 'x' where name <= '0002'")
  expect(refused).toBeInstanceOf(NotOurMigrations)
  expect(String(refused)).toContain(migrations()[0]?.name)
})
