import { useCallback, useEffect, useRef, useState } from 'react'
import { isHandedOver } from './chair-lock.ts'
import { usePageData } from './page-data.ts'
import { draftsOf, dropDraft, type Kept, keepDraft } from './sealed-store.ts'

export type Draft<T> = {
  value: T
  set: (next: T) => void
  /** When this text was kept, if it came back after a reload; null for one begun now. */
  restoredAt: number | null
  /** Another tab's text for the same form, when it is not this one. */
  other: T | null
  /** Takes the other tab's text in place of this one. */
  takeOther: () => void
  /** Stays with this text. */
  keepOwn: () => void
  /** The text has been sent, or is not wanted: it is forgotten and the form is as it began. */
  clear: () => void
  /** This text is saved: it stays in the form and is no draft any more; what was typed since still is. */
  settle: (saved: T) => void
}

const TAB = 'dl-tab'
const KEEP_AFTER_MS = 250

/** A name for this tab that outlives its reload. */
function tabName(): string {
  try {
    const known = sessionStorage.getItem(TAB)
    if (known) return known
    const made = crypto.randomUUID()
    sessionStorage.setItem(TAB, made)
    return made
  } catch {
    return 'this tab'
  }
}

type Said = { who: string; key: string; tab: string }

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
// Where a browser keeps nothing, the form works as before: the text lives as long as its page.
const quietly = (work: Promise<unknown>) => void work.catch(() => undefined)

/**
 * A form's text that survives a reload on this device for a day, sealed, and is gone at sign-out. Leaving the page with it asks first;
 * another tab with another text for the same `key` shows up as `other`. `key` names the form and whom it is about.
 */
export function useDraft<T>(key: string, initial: T): Draft<T> {
  const who = usePageData().frame.user?.id ?? ''
  const first = useRef(initial)
  const [value, setValue] = useState(initial)
  const [restoredAt, setRestoredAt] = useState<number | null>(null)
  const [other, setOther] = useState<T | null>(null)
  const now = useRef(value)
  const channel = useRef<BroadcastChannel | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const writing = useRef<Promise<unknown>>(Promise.resolve())
  const isDirty = !same(value, first.current)

  const put = useCallback((next: T) => {
    now.current = next
    setValue(next)
  }, [])

  useEffect(() => {
    if (!who || typeof indexedDB === 'undefined') return
    const tab = tabName()
    let isGone = false
    const restore = (found: Kept[]) => {
      const [mine] = [...found.filter((each) => each.tab === tab), ...found]
      if (isGone || !mine || !same(now.current, first.current)) return
      put(mine.value as T)
      setRestoredAt(mine.savedAt)
    }
    quietly(draftsOf(who, key).then(restore))
    const heard = new BroadcastChannel('dripline-drafts')
    channel.current = heard
    heard.onmessage = ({ data }: MessageEvent<Said>) => {
      if (data.who !== who || data.key !== key || data.tab === tab) return
      const look = (found: Kept[]) => {
        const theirs = found.find((each) => each.tab === data.tab)
        if (theirs && !same(now.current, first.current) && !same(theirs.value, now.current)) setOther(theirs.value as T)
      }
      quietly(draftsOf(who, key).then(look))
    }
    return () => {
      isGone = true
      heard.close()
    }
  }, [who, key, put])

  useEffect(() => {
    if (!isDirty) return
    // Whoever takes over a tablet finds nothing of the one before, and is asked nothing: it is kept, sealed, for them.
    const ask = (event: BeforeUnloadEvent) => isHandedOver() || event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isDirty])

  const keep = useCallback(
    (next: T) => {
      clearTimeout(timer.current)
      if (!who || typeof indexedDB === 'undefined') return
      timer.current = setTimeout(() => {
        const tab = tabName()
        writing.current = keepDraft(who, key, tab, next)
          .then(() => channel.current?.postMessage({ who, key, tab } satisfies Said))
          .catch(() => undefined)
      }, KEEP_AFTER_MS)
    },
    [who, key],
  )

  const set = (next: T) => {
    put(next)
    keep(next)
  }
  const forget = () => {
    clearTimeout(timer.current)
    setRestoredAt(null)
    setOther(null)
    if (!who || typeof indexedDB === 'undefined') return
    // A server may be quicker than the sealing of the last keys: what is just being written is dropped as well.
    const all = writing.current.then(() => draftsOf(who, key))
    quietly(all.then((drafts) => Promise.all(drafts.map(({ tab }) => dropDraft(who, key, tab)))))
  }
  const clear = () => {
    put(first.current)
    forget()
  }
  const settle = (saved: T) => {
    first.current = saved
    if (same(now.current, saved)) forget()
  }
  const takeOther = () => {
    if (other !== null) set(other)
    setOther(null)
  }
  return { value, set, restoredAt, other, takeOther, keepOwn: () => setOther(null), clear, settle }
}
