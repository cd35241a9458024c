/** Prints the types of the migrated database; `npm run codegen` keeps them beside the code that uses them. */
import { generate, PostgresDialect } from 'kysely-codegen'
import { openEmbedded } from './platform/database.ts'
import { keptSnapshot } from './platform/testing-snapshot.ts'

const database = await openEmbedded(undefined, await keptSnapshot())
const types = await generate({
  db: database.kysely,
  dialect: new PostgresDialect({ dateParser: 'string', numericParser: 'string' }),
  camelCase: true,
  includePattern: 'public.*',
  excludePattern: '*.schema_migration',
  outFile: null,
  typeOnlyImports: true,
})
await database.close()
process.stdout.write(types)
