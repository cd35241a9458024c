import { createContext, type ReactNode, use, useEffect, useMemo, useSyncExternalStore } from 'react'

type Dim = { isDim: boolean; setDim: (isDim: boolean) => void }

const DimContext = createContext<Dim>({ isDim: false, setDim: () => {} })

/** Whether the room is dim, and the switch for it. Only pages that say `dim: true` offer it. */
export const useDim = () => use(DimContext)

function remember(isDim: boolean) {
  try {
    localStorage.setItem('dl-dim', isDim ? 'on' : 'off')
  } catch {
    // storage may be shut; the room is dim until the page is left
  }
}

// The colour-scheme script has already decided before the first paint; this store goes on from there.
let isDimNow = typeof document !== 'undefined' && document.documentElement.dataset.mood === 'dim'
const watchers = new Set<() => void>()
const watch = (onChange: () => void) => {
  watchers.add(onChange)
  return () => void watchers.delete(onChange)
}

function setDim(isDim: boolean) {
  isDimNow = isDim
  remember(isDim)
  for (const changed of watchers) changed()
}

export function DimProvider({ children }: { children: ReactNode }) {
  const isDim = useSyncExternalStore(
    watch,
    () => isDimNow,
    () => false,
  )
  const dim = useMemo(() => ({ isDim, setDim }), [isDim])
  return <DimContext value={dim}>{children}</DimContext>
}

/** Keeps the document's mood and its title with the page that is shown. */
export function useDocument(mood: 'paper' | 'work', title: string, offersDim: boolean) {
  const { isDim } = useDim()
  useEffect(() => {
    document.title = title
  }, [title])
  useEffect(() => {
    const root = document.documentElement
    root.toggleAttribute('data-dim', offersDim)
    root.dataset.mood = isDim && offersDim ? 'dim' : mood
  }, [mood, offersDim, isDim])
}
