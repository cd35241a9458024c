import type { Live, News } from './live.ts'

/** What one read of the trail has brought: the news in order, and the number up to which it reaches. */
export type Batch = { readonly news: readonly News[]; readonly upTo: number }

type Listener = (batch: Batch) => void
type Feed = { seq: number; readonly listeners: Set<Listener>; stop: () => void }

const AGAIN_MS = 1000
const feeds = new WeakMap<Live, Map<string, Promise<Feed>>>()

// However many follow a clinic, its news is read once, and what comes during a read is read together after it.
const openFeed = async (live: Live, clinicId: string): Promise<Feed> => {
  const feed: Feed = { seq: 0, listeners: new Set(), stop: () => {} }
  let [isReading, isDue] = [true, false]
  const readOnce = async (): Promise<boolean> => {
    const { news, upTo, isMore } = await live.since(clinicId, feed.seq)
    feed.seq = upTo
    if (news.length > 0) for (const heard of feed.listeners) heard({ news, upTo })
    return isMore
  }
  const read = async () => {
    if (isReading) {
      isDue = true
      return
    }
    isReading = true
    try {
      do isDue = false
      while ((await readOnce()) || isDue)
    } catch {
      // The database is away: it is asked again when it may be back.
      setTimeout(read, AGAIN_MS).unref()
    } finally {
      isReading = false
    }
  }
  feed.stop = live.follow(clinicId, () => void read())
  feed.seq = await live.head(clinicId)
  isReading = false
  if (isDue) void read()
  return feed
}

/** Follows the news of a clinic from now on; gives the number from which it does, and the way to stop. */
export const followNews = async (live: Live, clinicId: string, heard: Listener): Promise<{ from: number; stop: () => void }> => {
  const all = feeds.get(live) ?? new Map<string, Promise<Feed>>()
  feeds.set(live, all)
  const opening = all.get(clinicId) ?? openFeed(live, clinicId)
  all.set(clinicId, opening)
  opening.catch(() => all.delete(clinicId))
  const feed = await opening
  feed.listeners.add(heard)
  const stop = () => {
    feed.listeners.delete(heard)
    if (feed.listeners.size > 0 || all.get(clinicId) !== opening) return
    feed.stop()
    all.delete(clinicId)
  }
  return { from: feed.seq, stop }
}
