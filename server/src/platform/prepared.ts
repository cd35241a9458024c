/** After how many uses a statement is prepared, and how many are at most: each stays with every connection that used it. */
const OFTEN = 3
const MOST = 400
/** Statements that came now and then; a list of other length is another statement, so they are forgotten in time. */
const MOST_COUNTED = 4000

const uses = new Map<string, number>()
const names = new Map<string, string>()

/** The name under which a statement that comes again and again is parsed once a connection; undefined for what is rare. */
export function preparedName(text: string): string | undefined {
  const name = names.get(text)
  if (name !== undefined || names.size >= MOST) return name
  const times = (uses.get(text) ?? 0) + 1
  if (times < OFTEN) {
    if (uses.size >= MOST_COUNTED) uses.clear()
    uses.set(text, times)
    return undefined
  }
  uses.delete(text)
  names.set(text, `often-${names.size}`)
  return names.get(text)
}
