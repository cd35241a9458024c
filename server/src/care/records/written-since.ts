import type { HangingRow } from './store.ts'
import { sayRow } from './what-hangs.ts'

export type Side = 'kept' | 'merged'
type Origin = { act: string; rowId: string }

/** What was written on a joined record since the merge and belongs together. */
export type Group = {
  /** The id of its first row. */
  id: string
  rows: readonly { table: string; rowId: string; says: string; at: string }[]
  /** The record it names rows of, when that settles it; a person says where everything else goes. */
  follows: Side | null
}

/** Where each row of a joined record goes when the merge is undone: what each side had goes home, what came since is grouped. */
export const sortOut = (rows: readonly HangingRow[], refiled: readonly Origin[]) => {
  const home = new Map<string, Side>(refiled.map(({ act, rowId }) => [rowId, act === 'kept' ? 'kept' : 'merged']))
  const since = rows.filter(({ rowId }) => !home.has(rowId))
  return {
    back: rows.filter(({ rowId }) => home.get(rowId) === 'merged'),
    groups: groupsOf(since, home),
  }
}

const groupsOf = (rows: readonly HangingRow[], home: ReadonlyMap<string, Side>): Group[] => {
  const own = new Map(rows.map((row) => [row.rowId, row]))
  const leaders = new Map(rows.map(({ rowId }) => [rowId, rowId]))
  const leader = (id: string): string => {
    const above = leaders.get(id) ?? id
    return above === id ? id : leader(above)
  }
  for (const { rowId, names } of rows) for (const name of names) if (own.has(name)) leaders.set(leader(rowId), leader(name))
  return [...Map.groupBy(rows, ({ rowId }) => leader(rowId)).values()].map((members) => {
    const sorted = members.toSorted((a, b) => (a.rowId < b.rowId ? -1 : 1))
    const sides = new Set(members.flatMap(({ names }) => names.flatMap((name) => home.get(name) ?? [])))
    const [only] = sides
    return {
      id: sorted[0]?.rowId ?? '',
      rows: sorted.map(({ tableName, rowId, body }) => ({
        table: tableName,
        rowId,
        says: sayRow(tableName, body),
        at: instantOf(rowId),
      })),
      follows: sides.size === 1 && only ? only : null,
    }
  })
}

// An id is made at its instant (UUIDv7): its first 48 bits are the milliseconds.
const instantOf = (id: string) => new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toISOString()
