/** A visit as a look gives it: up to which entry (`mark`), and after which its `events` are; 0 where they are all. */
export type Carried = { readonly mark: string; readonly after: number; readonly events: readonly unknown[] }

const placeIn = (mark: string): number => Number(mark.split('.').at(-1))

/** What a page has of a visit, with what came since; null where the two do not meet, and all of it must be asked for. */
export function carriedOn<T extends Carried>(before: T | undefined, reply: T): T | null {
  if (reply.after === 0) return reply
  if (!before || placeIn(before.mark) !== reply.after) return null
  return { ...reply, after: 0, events: [...before.events, ...reply.events] }
}

/** Asks for what a page lacks, and for all of it where that does not fit to what it has. */
export async function carry<T extends Carried>(before: T | undefined, get: (query: string) => Promise<T>): Promise<T> {
  const found = before ? carriedOn(before, await get(`?known=${encodeURIComponent(before.mark)}`)) : null
  return found ?? (await get(''))
}
