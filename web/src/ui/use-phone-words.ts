import { useEffect, useState } from 'react'

const asStored = (phone: string) => phone

/** How a stored number is read here; every country's rules come once one is wanted, and until then it stands as it is stored. */
export function usePhoneWords(isWanted: boolean): (phone: string) => string {
  const [say, setSay] = useState(() => asStored)
  useEffect(() => {
    if (!isWanted) return
    let isHere = true
    import('./phone-words.ts').then(
      ({ sayPhone }) => isHere && setSay(() => sayPhone),
      // Without a network the number still stands there, and can be called.
      () => undefined,
    )
    return () => {
      isHere = false
    }
  }, [isWanted])
  return say
}
