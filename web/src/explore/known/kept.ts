import { useState } from 'react'
import type { Chosen, Phase } from './known.ts'

type Kept = Partial<Record<Phase, Chosen>>
const NAME = 'dl-known'

const read = (): Kept => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(NAME) ?? '{}')
    return kept !== null && typeof kept === 'object' ? kept : {}
  } catch {
    return {}
  }
}

// A browser that keeps nothing still shows what was chosen.
const write = (kept: Kept): void => {
  try {
    if (Object.keys(kept).length > 0) localStorage.setItem(NAME, JSON.stringify(kept))
    else localStorage.removeItem(NAME)
  } catch {
    return
  }
}

/** What a reader chose, kept on their device alone; `now` reads it again, since another part of the page may have written. */
export function useKept() {
  const [kept, setKept] = useState(read)
  const put = (next: Kept) => {
    write(next)
    setKept(next)
  }
  return {
    kept,
    keep: (phase: Phase, chosen: Chosen) => put({ ...read(), [phase]: chosen }),
    forget: () => put({}),
  }
}
