import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react'

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

export function DimProvider({ children }: { children: ReactNode }) {
  const [isDim, setState] = useState(false)
  useEffect(() => setState(document.documentElement.dataset.mood === 'dim'), [])
  const dim = useMemo(() => {
    const setDim = (next: boolean) => {
      document.documentElement.dataset.mood = next ? 'dim' : 'work'
      remember(next)
      setState(next)
    }
    return { isDim, setDim }
  }, [isDim])
  return <DimContext value={dim}>{children}</DimContext>
}

/** Keeps the document's mood and its title with the page that is shown. */
export function useDocument(mood: 'paper' | 'work', title: string, offersDim: boolean) {
  const { isDim, setDim } = useDim()
  useEffect(() => {
    document.title = title
  }, [title])
  useEffect(() => {
    const root = document.documentElement
    root.toggleAttribute('data-dim', offersDim)
    if (!offersDim && isDim) setDim(false)
    if (!isDim) root.dataset.mood = mood
  }, [mood, offersDim, isDim, setDim])
}
