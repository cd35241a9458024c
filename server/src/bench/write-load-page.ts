import { writeFileSync } from 'node:fs'
import { availableParallelism, cpus } from 'node:os'
import { join } from 'node:path'
import { type Figures, tableOf } from './figures.ts'

const PAGE = join(import.meta.dirname, '../../../docs/operations/load.md')

/** Writes the page of the figures, with what they were measured on. */
export const writeLoadPage = (figures: Figures, settings: Readonly<Record<string, string>>): void => {
  const { version, fsync, synchronous_commit, full_page_writes } = settings
  const text = `# Load

Written by \`npm run bench:server -- --write\`; run it again rather than believe it. Measured on ${availableParallelism()} cores (${cpus()[0]?.model}), Node ${process.version}, PostgreSQL ${version} on the same machine with fsync ${fsync}, synchronous_commit ${synchronous_commit}, full_page_writes ${full_page_writes}. Load, servers and database share those cores. Requests are real HTTP with a signed-in cookie; each visit carries sixty entries at the start, and all of them take turns. A ratio is to the bare thing in the same run, turn by turn, the median of the rounds: for *step alone* the same row inserted by the same driver on the same connections into a table with its indexes and, but for a booking, its foreign keys, without trigger or row security, for *over HTTP* a route of the same server that does only that INSERT, for reads a route that does only one SELECT and answers as many bytes; a server gives those who are shown the same of the same facts one answer for 200 ms, also here. Milliseconds swing with the machine; ratios much less.

${tableOf(figures)}
`
  writeFileSync(PAGE, text)
}
