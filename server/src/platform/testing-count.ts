import type { Database } from './database.ts'

/** Counts every statement that a database is sent from here on, by whichever share; `taken` gives those since it was last asked. */
export const countStatements = (database: Database) => {
  let said: string[] = []
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
        said.push(text)
        return query(text, values)
      }
      return { ...client, query: counted as typeof client.query }
    }
  }
  return {
    taken: (): string[] => {
      const all = said
      said = []
      return all
    },
    stop: () => {
      for (const each of undo) each()
    },
  }
}
