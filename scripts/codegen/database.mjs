import { run } from '../children.mjs'
import { pinnedNode } from '../place.mjs'

/** The types of the tables, read from a database that has just been migrated in memory. */
export async function databaseTypes() {
  const { code, output } = await run(pinnedNode(), ['server/src/write-database-types.ts'], { quiet: true })
  if (code !== 0) throw new Error(`The types of the database could not be written:\n${output}`)
  return { path: 'server/src/platform/database.generated.ts', text: output }
}
