import { useDeferredValue, useState } from 'react'

/**
 * What a list is asked for. `asked` follows the press at once, so that a filter holds under a key or a finger; `shown` is what stands on the
 * screen until the answer is there: nothing goes blank, and the focus stays where it is.
 */
export function useAsked<T extends { page: number }>(first: T) {
  const [asked, setAsked] = useState(first)
  const shown = useDeferredValue(asked)
  const ask = (change: Partial<T>) => setAsked((now) => ({ ...now, page: 1, ...change }))
  return { asked, shown, isWaiting: asked !== shown, ask }
}
