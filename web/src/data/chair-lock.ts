import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { call, lockHeard, type ProblemError } from './api.ts'
import { type Api, addressOf, api } from './client.ts'
import type { Read } from './route.ts'

const unlock: Api['auth']['unlock'] = api.auth.unlock
const glance: Api['session']['glance'] = api.session.glance

export type Glance = Read<typeof glance>
export type ChairAtAGlance = Glance['chairs'][number]
export type Opener = Read<typeof unlock>['people'][number]

const [MINUTE_MS, TELL_EVERY_MS, LOOK_EVERY_MS] = [60_000, 20_000, 15_000]
const AT_CHAIR = 'dl-at-chair'
const watchers = new Set<() => void>()
let isLocked = false
let isOver = false

function become(locked: boolean) {
  if (isLocked === locked) return
  isLocked = locked
  for (const watch of watchers) watch()
}
lockHeard.tell = () => become(true)

const watch = (onChange: () => void) => {
  watchers.add(onChange)
  return () => void watchers.delete(onChange)
}

/** Whether the tablet is locked just now: no key reaches the page behind. */
export const isLockedNow = (): boolean => isLocked

/** Whether somebody else has taken over this tablet, and its page is about to be drawn anew for them. */
export const isHandedOver = (): boolean => isOver

/** Whether this tablet is locked: by the server's word, or because nobody has touched it. */
export const useIsLocked = (wasLocked: boolean): boolean => {
  useEffect(() => {
    if (wasLocked) become(true)
  }, [wasLocked])
  return useSyncExternalStore(
    watch,
    () => isLocked,
    () => wasLocked,
  )
}

const quietly = (work: Promise<unknown>) => void work.catch(() => undefined)

/** Whether this tab has been at a chair, from the first visit that it opened on. */
function isAtChair(path: string): boolean {
  try {
    if (path.startsWith('/visits/')) sessionStorage.setItem(AT_CHAIR, 'yes')
    return sessionStorage.getItem(AT_CHAIR) === 'yes'
  } catch {
    return path.startsWith('/visits/')
  }
}

/** Tells the server of touches at a chair, and locks the tablet when there was none for this many minutes. */
export function useChairLock(path: string, locksAfter: number | undefined) {
  const locked = useIsLocked(false)
  useEffect(() => {
    if (locksAfter === undefined || locked || !isAtChair(path)) return
    let [touchedAt, toldAt] = [Date.now(), Number.NEGATIVE_INFINITY]
    const touch = () => {
      touchedAt = Date.now()
      if (touchedAt - toldAt < TELL_EVERY_MS) return
      toldAt = touchedAt
      quietly(call('POST', addressOf(api.auth.touch), {}))
    }
    const look = () => {
      if (Date.now() - touchedAt < locksAfter * MINUTE_MS) return
      quietly(call('POST', addressOf(api.auth.lock), {}))
      become(true)
    }
    touch()
    const kinds = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const
    for (const kind of kinds) document.addEventListener(kind, touch, { capture: true, passive: true })
    const timer = setInterval(look, 1000)
    return () => {
      clearInterval(timer)
      for (const kind of kinds) document.removeEventListener(kind, touch, { capture: true })
    }
  }, [path, locksAfter, locked])
}

/** Who can open this tablet by a PIN. */
export const useOpeners = () =>
  useQuery({ queryKey: [addressOf(unlock)], queryFn: () => call<Read<typeof unlock>>('GET', addressOf(unlock)) })

/** What runs at the chairs, looked at again and again while the tablet is locked. */
export const useGlance = () =>
  useQuery({
    queryKey: [addressOf(glance)],
    queryFn: () => call<Glance>('GET', addressOf(glance)),
    refetchInterval: LOOK_EVERY_MS,
  })

/** What follows an opening: the same person goes on where they were; for another the page is drawn anew, in their name. */
export function useOpened(userId: string, wasLocked: boolean) {
  const client = useQueryClient()
  return (accountId: string) => {
    if (accountId !== userId || wasLocked) {
      isOver = true
      window.location.reload()
      return
    }
    become(false)
    quietly(client.invalidateQueries())
  }
}

export const openByPin = (accountId: string, pin: string) =>
  call<{ accountId: string }>('POST', addressOf(unlock), { accountId, pin })

/** How many tries the refusal leaves, or null where it does not say. */
export const triesLeft = (problem: ProblemError | null): number | null =>
  problem?.about.triesLeft === undefined ? null : Number(problem.about.triesLeft)
