/** What each filter of a list can be; what an address says beside that is not asked for. */
export type Among<T> = { readonly [Key in Exclude<keyof T, 'page' | 'text'>]: readonly T[Key][] }

/** What a list can be asked for: its filters, the page of it, and what is looked for in it. */
export type Listed = { page: number; text?: string }

const filtersOf = <T extends Listed>(among: Among<T>) => Object.keys(among) as Exclude<keyof T & string, 'page' | 'text'>[]

/** What an address asks of a list; what it does not say, or says wrongly, is as it was at first. What is looked for is never in it. */
export const readAsked = <T extends Listed>(first: T, among: Among<T>, search: string, text = first.text): T => {
  const query = new URLSearchParams(search)
  const page = query.get('page') ?? ''
  const filters = filtersOf(among).map((name) => [
    name,
    among[name].find((value) => String(value) === query.get(name)) ?? first[name],
  ])
  return {
    ...first,
    ...Object.fromEntries(filters),
    ...(text !== undefined && { text }),
    page: /^[1-9]\d{0,4}$/.test(page) ? Number(page) : first.page,
  }
}

/** The end of an address that asks the same of a list; empty where nothing is other than at first. */
export const writeAsked = <T extends Listed>(first: T, among: Among<T>, asked: T): string => {
  const query = new URLSearchParams()
  for (const name of [...filtersOf(among), 'page' as const]) if (asked[name] !== first[name]) query.set(name, String(asked[name]))
  const search = query.toString()
  return search && `?${search}`
}
