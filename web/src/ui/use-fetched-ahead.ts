import { useEffect } from 'react'

const whenIdle = (work: () => void): void => void (globalThis.requestIdleCallback ?? setTimeout)(work)

/** Fetches parts of a page that will be wanted, once the page itself is there: wanted without a network they are here. Keep the list the same one. */
export const useFetchedAhead = (parts: readonly (() => Promise<unknown>)[]): void =>
  useEffect(() => {
    // A part that does not come now is asked for when it is wanted.
    whenIdle(() => void Promise.allSettled(parts.map((part) => part())))
  }, [parts])
