import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
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
/** Whose form it is; a person who is not signed in keeps nothing. */
type Whose = { who: string; key: string }

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
// Where a browser keeps nothing, the form works as before: the text lives as long as its page.
const quietly = (work: Promise<unknown>) => void work.catch(() => undefined)

const keepsNothing = (who: string) => !who || typeof indexedDB === 'undefined'

/** Leaving the page with text that is not sent asks first. */
function useAskedOnLeaving(isDirty: boolean) {
  useEffect(() => {
    if (!isDirty) return
    // Whoever takes over a tablet finds nothing of the one before, and is asked nothing: it is kept, sealed, for them.
    const ask = (event: BeforeUnloadEvent) => isHandedOver() || event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isDirty])
}

type Hears = { restored: (mine: Kept) => void; others: (found: Kept[], tab: string) => void }

/** What was kept before this page is handed over once; what another tab keeps, each time that it does. Gives back how to tell the others. */
function useOtherTabs({ who, key }: Whose, hears: Hears): () => void {
  const channel = useRef<BroadcastChannel | null>(null)
  const restored = useEffectEvent(hears.restored)
  const others = useEffectEvent(hears.others)
  useEffect(() => {
    if (keepsNothing(who)) return
    const tab = tabName()
    let isGone = false
    const restore = (found: Kept[]) => {
      const [mine] = [...found.filter((each) => each.tab === tab), ...found]
      if (!isGone && mine) restored(mine)
    }
    quietly(draftsOf(who, key).then(restore))
    const heard = new BroadcastChannel('dripline-drafts')
    channel.current = heard
    heard.onmessage = ({ data }: MessageEvent<Said>) => {
      if (data.who !== who || data.key !== key || data.tab === tab) return
      quietly(draftsOf(who, key).then((found) => others(found, data.tab)))
    }
    return () => {
      isGone = true
      heard.close()
    }
  }, [who, key])
  return useCallback(() => channel.current?.postMessage({ who, key, tab: tabName() } satisfies Said), [who, key])
}

/** Writes a text to this device a moment after its last key, and takes away all of it. */
function useKeeping({ who, key }: Whose, tell: () => void) {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const writing = useRef<Promise<unknown>>(Promise.resolve())
  const keep = useCallback(
    (next: unknown) => {
      clearTimeout(timer.current)
      if (keepsNothing(who)) return
      timer.current = setTimeout(() => {
        writing.current = keepDraft(who, key, tabName(), next)
          .then(tell)
          .catch(() => undefined)
      }, KEEP_AFTER_MS)
    },
    [who, key, tell],
  )
  const drop = () => {
    clearTimeout(timer.current)
    if (keepsNothing(who)) return
    // A server may be quicker than the sealing of the last keys: what is just being written is dropped as well.
    const all = writing.current.then(() => draftsOf(who, key))
    quietly(all.then((drafts) => Promise.all(drafts.map(({ tab }) => dropDraft(who, key, tab)))))
  }
  return { keep, drop }
}

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
  const put = (next: T) => {
    now.current = next
    setValue(next)
  }
  const isBegun = () => !same(now.current, first.current)
  const tell = useOtherTabs(
    { who, key },
    {
      restored: (mine) => {
        if (isBegun()) return
        put(mine.value as T)
        setRestoredAt(mine.savedAt)
      },
      others: (found, tab) => {
        const theirs = found.find((each) => each.tab === tab)
        if (theirs && isBegun() && !same(theirs.value, now.current)) setOther(theirs.value as T)
      },
    },
  )
  const { keep, drop } = useKeeping({ who, key }, tell)
  useAskedOnLeaving(!same(value, first.current))

  const set = (next: T) => {
    put(next)
    keep(next)
  }
  const forget = () => {
    setRestoredAt(null)
    setOther(null)
    drop()
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
