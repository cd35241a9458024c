/** The names of a record that has no others than its type says. */
export const keysOf = <K extends string>(record: Readonly<Partial<Record<K, unknown>>>): K[] => Object.keys(record) as K[]

/** The version of a definition, by its id: every file of a definition folder has one. */
export function versionOf(versions: Readonly<Record<string, string>>, id: string): string {
  const version = versions[id]
  if (version === undefined) throw new Error(`no definition ${id} has a version`)
  return version
}

/** A record with a value for each of these names. */
export const recordOf = <K extends string, V>(keys: readonly K[], of: (key: K) => V): Record<K, V> =>
  Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<K, V>

/** Whether a value is one of a list. */
export const isOneOf = <T>(list: readonly T[], value: unknown): value is T => list.some((each) => each === value)

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

/** What is there of a record: the fields that are left out stay out. */
export const definedOf = <T extends object>(record: T): Defined<T> =>
  Object.fromEntries(Object.entries(record).filter(([, each]) => each !== undefined)) as Defined<T>

/** One of a list, counted round it; the list is not empty. */
export function turnOf<T>(list: readonly T[], turn: number): T {
  const found = list[turn % list.length]
  if (found === undefined) throw new Error('an empty list has no turns')
  return found
}
