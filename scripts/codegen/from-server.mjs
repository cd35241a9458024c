import { pinnedNode } from '../place.mjs'
import { run } from '../processes/children.mjs'

const written = [
  { path: 'server/src/platform/database.generated.ts', by: 'server/src/write-database-types.ts' },
  { path: 'docs/routes.generated.md', by: 'scripts/codegen/write-routes.ts' },
]

/** What the server says of itself: the types of its tables, from a migrated database, and its routes; the first makes the database that the next one finds kept. */
export function fromServer() {
  let before = Promise.resolve()
  return written.map((each) => (before = before.catch(() => {}).then(() => printed(each))))
}

async function printed({ path, by }) {
  const { code, output } = await run(pinnedNode(), [by], { quiet: true })
  if (code !== 0) throw new Error(`${path} could not be written:\n${output}`)
  return { path, text: output }
}
