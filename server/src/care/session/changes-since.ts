import { type SessionEvent, seenBy } from '@dripline/clinical'
import { type Ctx, staffOf } from '../../platform/context.ts'

/** What a page has of a visit's log: whose it is and up to which entry. */
export const MARK = /^([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\.(\d{1,9})$/

type Since = {
  /** What the page has from now on, to be sent with the next look. */
  mark: string
  /** After which entry these are; 0: they are all that this person may see. */
  after: number
  events: SessionEvent[]
}

/**
 * Of a visit's entries, as this person may see them (`seen`), those that their page lacks. All of them where the page is another person's, or
 * where an older entry has been uncovered since: what two people read apart.
 */
export function changesSince(ctx: Ctx, log: readonly SessionEvent[], seen: SessionEvent[], known: string | null): Since {
  const { id } = staffOf(ctx)
  const mark = `${id}.${placeOf(log.at(-1))}`
  const [, whose, place] = MARK.exec(known ?? '') ?? []
  const after = whose === id ? Number(place) : 0
  const had = seenBy(
    log.filter((event) => placeOf(event) <= after),
    id,
  )
  const isPrefix = after > 0 && after <= placeOf(log.at(-1)) && had.every((event, at) => seen[at]?.id === event.id)
  const isWhole = isPrefix && seen.filter((event) => placeOf(event) <= after).length === had.length
  return isWhole ? { mark, after, events: seen.slice(had.length) } : { mark, after: 0, events: seen }
}

const placeOf = (event: SessionEvent | undefined): number => event?.seq ?? 0
