import type { Database } from './database.ts'

type Said = { readonly text: string; readonly values: readonly unknown[] }

/** Counts every statement that a database is sent from here on, by whichever share; `taken` gives those since it was last asked, `takenWhole` with their values. */
export const countStatements = (database: Database) => {
  let said: Said[] = []
  let trips = 0
  const undo: (() => void)[] = []
  for (const lease of Object.values(database.leases)) {
    const connect = lease.connect.bind(lease)
    undo.push(() => {
      lease.connect = connect
    })
    lease.connect = async () => {
      const client = await connect()
      let underWay = 0
      const query = client.query.bind(client) as (text: string, values: readonly unknown[]) => Promise<unknown>
      const counted = (text: string, values: readonly unknown[]) => {
        said.push({ text, values })
        // Nobody waits for the end of a look, nor for the sealer.
        if (text === 'commit' || text.includes('seal_audit')) return query(text, values)
        if (underWay === 0) trips += 1
        underWay += 1
        return query(text, values).finally(() => {
          underWay -= 1
        })
      }
      return { ...client, query: counted as typeof client.query }
    }
  }
  const all = (): Said[] => {
    const those = said
    said = []
    trips = 0
    return those
  }
  return {
    taken: (): string[] => all().map(({ text }) => text),
    takenWhole: all,
    /** How often somebody had to wait for an answer since `taken`: what is sent while another is under way goes with it. */
    roundTrips: (): number => trips,
    stop: () => {
      for (const each of undo) each()
    },
  }
}
