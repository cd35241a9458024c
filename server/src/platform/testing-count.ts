import { AsyncLocalStorage } from 'node:async_hooks'
import type { Database } from './database.ts'

type Said = { readonly text: string; readonly values: readonly unknown[] }

/** Counts every statement that a database is sent from here on, by whichever share; `taken` gives those since it was last asked, `takenWhole` with their values. */
export const countStatements = (database: Database) => {
  let said: Said[] = []
  // What runs beside it, the sealer or the news, is nobody's wait.
  const waits = new AsyncLocalStorage<{ trips: number }>()
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
        // Nobody waits for the end of a look.
        if (text === 'commit') return query(text, values)
        const mine = waits.getStore()
        if (mine && underWay === 0) mine.trips += 1
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
    return those
  }
  return {
    taken: (): string[] => all().map(({ text }) => text),
    takenWhole: all,
    /** How often this has to wait for an answer: what is sent while another is under way goes with it. */
    roundTripsOf: async (deed: () => Promise<unknown>): Promise<number> => {
      const mine = { trips: 0 }
      await waits.run(mine, deed)
      return mine.trips
    },
    stop: () => {
      for (const each of undo) each()
    },
  }
}
