import { useEffect, useRef } from 'react'
import { isLockedNow } from '../data/chair-lock.ts'

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))

const here = new Map<symbol, { key: string; does: string }>()

const rank = (key: string) => (/^\d$/.test(key) ? 1 : /^\w$/.test(key) ? 0 : 2)

/** Every key that does something on the page as it now stands, with what it does; a key once: letters as the page has them, digits, the rest. */
export const keysHere = (): { key: string; does: string }[] =>
  [...new Map([...here.values()].map((each) => [each.key, each])).values()].sort(
    (a, b) => rank(a.key) - rank(b.key) || (rank(a.key) === 1 ? a.key.localeCompare(b.key) : 0),
  )

/** Calls `act` on this key, anywhere on the page but in a field. Undefined switches it off; `does` is how the list of keys says it. */
export function useKey(key: string | undefined, act: () => void, does?: string) {
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  }, [act])
  useEffect(() => {
    if (!key || !does) return
    const mark = Symbol(key)
    here.set(mark, { key, does })
    return () => void here.delete(mark)
  }, [key, does])
  useEffect(() => {
    if (!key) return
    const press = (event: KeyboardEvent) => {
      if (
        isLockedNow() ||
        event.key.toLowerCase() !== key.toLowerCase() ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        isTyping(event.target)
      )
        return
      event.preventDefault()
      latest.current()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [key])
}
