import type { Database } from './database.ts'

type Said = { readonly text: string; readonly values: readonly unknown[] }

/** Counts every statement that a database is sent from here on, by whichever share; `taken` gives those since it was last asked, `takenWhole` with their values. */
export const countStatements = (database: Database) => {
  let said: Said[] = []
  const undo: (() => void)[] = []
  for (const lease of Object.values(database.leases)) {
    const connect = lease.connect.bind(lease)
    undo.push(() => {
      lease.connect = connect
    })
    lease.connect = async () => {
      const client = await connect()
      const query = client.query.bind(client) as (text: string, values: readonly unknown[]) => Promise<unknown>
      const counted = (text: string, values: readonly unknown[]) => {
        said.push({ text, values })
        return query(text, values)
      }
      return { ...client, query: counted as typeof client.query }
    }
  }
  const all = (): Said[] => {
    const those = said
    said = []
    return those
  }
  return {
    taken: (): string[] => all().map(({ text }) => text),
    takenWhole: all,
    stop: () => {
      for (const each of undo) each()
    },
  }
}
