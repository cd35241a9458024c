/** Prints the types of the migrated database; `npm run codegen` keeps them beside the code that uses them. */
import { generate, PostgresDialect } from 'kysely-codegen'
import { openEmbedded } from './platform/database.ts'
import { migrate } from './platform/migrate.ts'

const database = await openEmbedded()
await migrate(database)
const types = await generate({
  db: database.kysely,
  dialect: new PostgresDialect({ dateParser: 'string', numericParser: 'string' }),
  camelCase: true,
  excludePattern: 'schema_migration',
  outFile: null,
  typeOnlyImports: true,
})
await database.close()
process.stdout.write(types)
