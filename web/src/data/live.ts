import { useEffect, useSyncExternalStore } from 'react'
import { areaOf } from './client.ts'

/** One thing that was done: the server's verb as its kind, and what it was done to. */
export type News = { id: number; kind: string; ids: Record<string, string | number> }
export type Link = { state: 'idle' | 'live' | 'stale'; since: number }

type Listener = { kinds: readonly string[]; hear: (news: News | null) => void }

const retryMs = 5_000
const silenceMs = 45_000
const listeners = new Set<Listener>()
const watchers = new Set<() => void>()
let link: Link = { state: 'idle', since: 0 }
let source: EventSource | null = null
let silence: ReturnType<typeof setTimeout> | undefined
let again: ReturnType<typeof setTimeout> | undefined
let lastId = ''
/** When the server was last heard of, ms of this computer's clock. */
let heardAt = 0

function become(state: Link['state']) {
  if (link.state === state) return
  const wasStale = link.state === 'stale'
  // A silence begins when the last word was heard, not when it was noticed.
  link = { state, since: state === 'stale' && heardAt > 0 ? heardAt : Date.now() }
  for (const watch of watchers) watch()
  // What happened while the link was down was not heard: everything asks again.
  if (state === 'live' && wasStale) for (const { hear } of listeners) hear(null)
}

function lose() {
  become('stale')
  source?.close()
  source = null
  clearTimeout(again)
  again = setTimeout(open, retryMs)
}

function heard() {
  heardAt = Date.now()
  become('live')
  clearTimeout(silence)
  silence = setTimeout(lose, silenceMs)
}

let isHearing = false

/** The browser knows of a pulled plug before any silence is long enough. */
function hearOfNetwork() {
  if (isHearing) return
  isHearing = true
  window.addEventListener('offline', lose)
  window.addEventListener('online', open)
}

function open() {
  if (source || (listeners.size === 0 && watchers.size === 0)) return
  hearOfNetwork()
  source = new EventSource(`${areaOf('live')}${lastId ? `?after=${encodeURIComponent(lastId)}` : ''}`)
  source.onopen = heard
  source.addEventListener('ping', heard)
  source.onmessage = ({ data, lastEventId }: MessageEvent<string>) => {
    heard()
    if (lastEventId) lastId = lastEventId
    const news = JSON.parse(data) as News
    for (const { kinds, hear } of listeners) if (kinds.includes(news.kind) || kinds.includes('any')) hear(news)
  }
  source.onerror = () => {
    // The browser tries again by itself, with Last-Event-ID, unless it gave up for good.
    if (source?.readyState === EventSource.CLOSED) lose()
    else become('stale')
  }
}

/** A read got no answer: what stands on the screen may be old, until the server is heard of again. */
export const missed = () => become('stale')

/** Calls `hear` with each piece of news of these kinds (the verbs of the server, or `any`), and with null after a gap. One link per tab, shared by all. */
export function useLive(kinds: readonly string[], hear: (news: News | null) => void) {
  const wanted = kinds.join(' ')
  useEffect(() => {
    if (!wanted) return
    const listener = { kinds: wanted.split(' '), hear }
    listeners.add(listener)
    open()
    return () => void listeners.delete(listener)
  }, [wanted, hear])
}

const watch = (onChange: () => void) => {
  watchers.add(onChange)
  return () => void watchers.delete(onChange)
}
const idle: Link = { state: 'idle', since: 0 }

/** Whether the link to the server is live, and since when (ms of this computer's clock). */
export const useLink = (): Link =>
  useSyncExternalStore(
    watch,
    () => link,
    () => idle,
  )
