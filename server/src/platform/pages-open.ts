import { Problem } from '@dripline/clinical'
import { standing } from './auth/sign-in.ts'
import type { Ground } from './ground.ts'
import type { Live, News } from './live.ts'
import { followNews } from './news.ts'

/** A page that listens: what it has seen, by which sign-in it is open, and how it is written to. */
export type OpenPage = {
  readonly signInId: string
  /** The number of the last news it has been sent. */
  seen: number
  write(text: string): Promise<unknown>
  end(): void
}

type Listening = OpenPage & { waiting: News[] | null; unwritten: number }
type Room = {
  readonly pages: Set<Listening>
  news: News[]
  seq: number
  isTelling: boolean
  timer?: NodeJS.Timeout
  leave: () => void
}

const PING_MS = 5000
/** News is gathered so long before it is told, the longer the more pages there are; always well under a second. */
const [GATHER_MS, GATHER_MORE_MS, GATHER_LONGEST_MS, AGAIN_MS] = [15, 0.4, 600, 1000]
/** How many pages one sign-in may have open on one server. */
const PAGES_OF_ONE = 20
/** A page that takes in nothing is let go of when this much waits for it; it comes back by itself and asks for what it missed. */
const UNWRITTEN_BYTES = 1_000_000

const event = (id: number, data: string, kind?: string) => `${kind ? `event: ${kind}\n` : ''}id: ${id}\ndata: ${data}\n\n`

const told = (page: Listening, text: string): void => {
  page.unwritten += text.length
  if (page.unwritten > UNWRITTEN_BYTES) {
    page.end()
    return
  }
  page.write(text).then(
    () => {
      page.unwritten -= text.length
    },
    () => page.end(),
  )
}

const ping = (page: Listening) => told(page, event(page.seen, '', 'ping'))

const tell = (page: Listening, news: readonly News[]): void => {
  const fresh = news.filter(({ id }) => id > page.seen)
  if (fresh.length === 0) return
  page.seen = fresh.at(-1)?.id ?? page.seen
  told(page, fresh.map((each) => event(each.id, JSON.stringify(each))).join(''))
}

// Whose sign-in has ended hears nothing more: asked once for all pages, before they are told.
const standingPages = async (ground: Ground, clinicId: string, room: Room): Promise<Listening[]> => {
  const stand = await standing(ground, clinicId, [...new Set([...room.pages].map(({ signInId }) => signInId))])
  const [still, over] = [
    [...room.pages].filter((page) => stand.has(page.signInId)),
    [...room.pages].filter((page) => !stand.has(page.signInId)),
  ]
  for (const page of over) page.end()
  return still
}

const tellAll = async (ground: Ground, clinicId: string, room: Room): Promise<void> => {
  if (room.isTelling) return
  room.isTelling = true
  let isAway = false
  try {
    const pages = await standingPages(ground, clinicId, room)
    const news = room.news
    room.news = []
    for (const page of pages)
      if (page.waiting === null) tell(page, news)
      else page.waiting.push(...news)
  } catch (error) {
    isAway = true
    ground.log.warn({ clinicId, error: error instanceof Error ? error.message : String(error) }, 'news')
  } finally {
    room.isTelling = false
  }
  if (room.news.length > 0) plan(ground, clinicId, room, isAway ? AGAIN_MS : undefined)
}

const plan = (ground: Ground, clinicId: string, room: Room, ms?: number): void => {
  const gather = Math.min(GATHER_MS + room.pages.size * GATHER_MORE_MS, GATHER_LONGEST_MS)
  room.timer ??= setTimeout(() => {
    delete room.timer
    void tellAll(ground, clinicId, room)
  }, ms ?? gather)
}

const openRoom = async (ground: Ground, clinicId: string): Promise<Room> => {
  const room: Room = { pages: new Set(), news: [], seq: 0, isTelling: false, leave: () => {} }
  const { from, stop } = await followNews(ground.live, clinicId, ({ news, upTo }) => {
    room.seq = upTo
    room.news.push(...news)
    plan(ground, clinicId, room)
  })
  room.seq = Math.max(room.seq, from)
  const pinging = setInterval(() => {
    standingPages(ground, clinicId, room).then(
      (pages) => {
        for (const page of pages) ping(page)
      },
      () => {},
    )
  }, PING_MS)
  pinging.unref()
  room.leave = () => {
    stop()
    clearInterval(pinging)
    clearTimeout(room.timer)
  }
  return room
}

const rooms = new WeakMap<Live, Map<string, Promise<Room>>>()

const roomOf = (ground: Ground, clinicId: string): Promise<Room> => {
  const all = rooms.get(ground.live) ?? new Map<string, Promise<Room>>()
  rooms.set(ground.live, all)
  const room = all.get(clinicId) ?? openRoom(ground, clinicId)
  all.set(clinicId, room)
  room.catch(() => all.delete(clinicId))
  return room
}

const places = new WeakMap<Live, Map<string, number>>()

/** Takes one of the places that a sign-in has for open pages, or refuses with `too-many`; gives the way to leave it. */
export const takePlace = ({ live }: Ground, signInId: string): (() => void) => {
  const mine = places.get(live) ?? new Map<string, number>()
  places.set(live, mine)
  const taken = mine.get(signInId) ?? 0
  if (taken >= PAGES_OF_ONE) throw new Problem('too-many', { retryAfterSeconds: 10 })
  mine.set(signInId, taken + 1)
  let isLeft = false
  return () => {
    if (isLeft) return
    isLeft = true
    const left = (mine.get(signInId) ?? 1) - 1
    if (left > 0) mine.set(signInId, left)
    else mine.delete(signInId)
  }
}

/** Lets a page hear the news of its clinic from now on, and first what it missed after the number it names; gives the way to stop. */
export const letHear = async (
  ground: Ground,
  clinicId: string,
  page: Omit<OpenPage, 'seen'>,
  after: number,
): Promise<() => void> => {
  const room = await roomOf(ground, clinicId)
  const named = Number.isSafeInteger(after) && after > 0 ? after : null
  const listening: Listening = { ...page, seen: room.seq, waiting: [], unwritten: 0 }
  room.pages.add(listening)
  const stop = () => {
    room.pages.delete(listening)
    if (room.pages.size > 0) return
    room.leave()
    rooms.get(ground.live)?.delete(clinicId)
  }
  try {
    if (named !== null) await catchUp(ground.live, clinicId, listening, named)
  } catch (error) {
    stop()
    throw error
  }
  ping(listening)
  const missed = listening.waiting ?? []
  listening.waiting = null
  tell(listening, missed)
  return stop
}

const catchUp = async (live: Live, clinicId: string, page: Listening, named: number): Promise<void> => {
  const upTo = page.seen
  // Another server may have told it more than this one has read.
  page.seen = named > upTo ? Math.min(named, await live.head(clinicId)) : named
  for (let from = page.seen; from < upTo; ) {
    const batch = await live.since(clinicId, from)
    tell(page, batch.news)
    from = batch.upTo
    if (!batch.isMore) return
  }
}
