import type { Database } from './database.ts'
import type { Ground } from './ground.ts'
import { followNews } from './news.ts'

/** How something kept is made, and which deeds of its clinic, by their verb, make it anew. */
export type Making<T> = { readonly make: () => Promise<T>; readonly heeds: (verb: string) => boolean }

type Entry = { value: Promise<unknown>; readonly heeds: (verb: string) => boolean; isStale: boolean }
type Shelf = { readonly entries: Map<string, Entry>; readonly own: Set<string> }

const shelves = new WeakMap<Database, Map<string, Promise<Shelf>>>()
const shelvesOf = (database: Database) => {
  const mine = shelves.get(database) ?? new Map<string, Promise<Shelf>>()
  shelves.set(database, mine)
  return mine
}

const openShelf = async ({ live }: Ground, clinicId: string): Promise<Shelf> => {
  const shelf: Shelf = { entries: new Map(), own: new Set() }
  await followNews(live, clinicId, ({ news }) => {
    for (const { kind, ids } of news) {
      const id = String(ids.id ?? '')
      if (shelf.own.delete(id)) continue
      for (const entry of shelf.entries.values()) if (entry.heeds(kind)) entry.isStale = true
    }
  })
  return shelf
}

/**
 * A value of a clinic that is made once and kept until something changes: by a deed of this server it is made anew at the next look, by news
 * from another server behind a look that still has the last one.
 */
export const keptFor = async <T>(ground: Ground, clinicId: string, name: string, { make, heeds }: Making<T>): Promise<T> => {
  const all = shelvesOf(ground.database)
  const opening = all.get(clinicId) ?? openShelf(ground, clinicId)
  all.set(clinicId, opening)
  opening.catch(() => all.delete(clinicId))
  const { entries } = await opening
  const kept = entries.get(name)
  if (kept && !kept.isStale) return kept.value as Promise<T>
  const fresh: Entry = { value: make(), heeds, isStale: false }
  if (!kept) {
    entries.set(name, fresh)
    fresh.value.catch(() => entries.get(name) === fresh && entries.delete(name))
    return fresh.value as Promise<T>
  }
  // Only one renews it; the others see what was kept until then.
  kept.isStale = false
  fresh.value.then(
    () => entries.get(name) === kept && entries.set(name, fresh),
    () => {
      kept.isStale = true
    },
  )
  return kept.value as Promise<T>
}

/** Says that a deed of this server has changed something in a clinic: what heeds it is made anew before anybody sees it again. */
export const deedDone = (database: Database, clinicId: string, verb: string): void => {
  void shelvesOf(database)
    .get(clinicId)
    ?.then(({ entries }) => {
      for (const [name, { heeds }] of entries) if (heeds(verb)) entries.delete(name)
    })
    .catch(() => {})
}

/** Forgets a kept value: what it was made from does not hold any more. */
export const forget = async (database: Database, clinicId: string, name: string): Promise<void> => {
  const shelf = await shelvesOf(database).get(clinicId)
  shelf?.entries.delete(name)
}

/** Says that a deed is in what is kept already, so that its news, by the id of its record, changes nothing. */
export const heardAlready = (database: Database, clinicId: string, id: string): void => {
  void shelvesOf(database)
    .get(clinicId)
    ?.then(({ own }) => own.add(id))
    .catch(() => {})
}
