import { type RouterHistory, useRouter } from '@tanstack/react-router'
import { useDeferredValue, useEffect, useEffectEvent, useState } from 'react'
import { type Among, type Listed, readAsked, writeAsked } from './asked-address.ts'

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** What is looked for in a list: a name has no place in an address. */
    lookedFor?: string
  }
}

// A browser refuses an address that changes with every key.
const TYPED_MS = 250

/**
 * What a list is asked for. `asked` follows the press at once, so that a filter holds under a key or a finger; `shown` is what stands on the
 * screen until the answer is there: nothing goes blank, and the focus stays where it is. It is kept in the address, and what is looked for
 * beside it in the history, so that coming back and a reload find it as it was. `among` is what each filter can be.
 */
export function useAsked<T extends Listed>(first: T, among: Among<T>) {
  const { history }: { history: RouterHistory } = useRouter()
  const read = () => readAsked(first, among, history.location.search, history.location.state.lookedFor)
  const [asked, setAsked] = useState(read)
  const shown = useDeferredValue(asked)
  const [path] = useState(history.location.pathname)

  const search = writeAsked(first, among, asked)
  const text = asked.text || undefined
  const write = useEffectEvent(() => {
    if (history.location.pathname === path) history.replace(path + search, { lookedFor: text })
  })
  useEffect(() => {
    if (history.location.search !== search) write()
    if (history.location.state.lookedFor === text) return
    const timer = setTimeout(write, TYPED_MS)
    return () => clearTimeout(timer)
  }, [history, search, text])

  // A link to this list from its own page, or the way back to another state of it.
  const hear = useEffectEvent(() => {
    const { pathname, state } = history.location
    const isOther = history.location.search !== search || state.lookedFor !== text
    if (pathname === path && isOther) setAsked(read())
  })
  useEffect(() => history.subscribe(({ action }) => action.type !== 'REPLACE' && hear()), [history])

  const ask = (change: Partial<T>) => setAsked((now) => ({ ...now, page: 1, ...change }))
  return { asked, shown, isWaiting: asked !== shown, ask }
}
