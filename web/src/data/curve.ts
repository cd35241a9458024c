import type { CurveInputs } from '@dripline/clinical'
import { useEffect, useState } from 'react'
import type { CurveAnswered, CurveAsked, DrawnCurve } from '../simulate.worker.ts'

export type { DrawnCurve } from '../simulate.worker.ts'

let worker: Worker | null = null
let asked = 0

const endWorker = () => {
  worker?.terminate()
  worker = null
}

const theWorker = () => {
  worker ??= new Worker(new URL('../simulate.worker.ts', import.meta.url), { type: 'module' })
  return worker
}

const STILL_MS = 120

export type CurveShown = {
  curve: DrawnCurve | null
  isOld: boolean
  /** Draws once more with a new worker, where the one before broke off or could not be started; null while none did. */
  again: (() => void) | null
}

/** The curve of these inputs, drawn off the page's own thread so that typing never waits; the last one stays until the next is there. */
export function useCurve(inputs: CurveInputs | null): CurveShown {
  const text = inputs === null ? null : JSON.stringify(inputs)
  const [drawn, setDrawn] = useState<{ text: string; curve: DrawnCurve } | null>(null)
  const [broken, setBroken] = useState<string | null>(null)
  useEffect(() => {
    if (text === null || text === broken) return
    const id = ++asked
    const hear = ({ data }: MessageEvent<CurveAnswered>) => {
      if (data.id === id) setDrawn({ text, curve: data.curve })
    }
    const breakOff = () => {
      endWorker()
      setBroken(text)
    }
    const timer = setTimeout(() => {
      theWorker().addEventListener('message', hear)
      theWorker().addEventListener('error', breakOff)
      theWorker().postMessage({ id, inputs: JSON.parse(text) } satisfies CurveAsked)
    }, STILL_MS)
    return () => {
      clearTimeout(timer)
      worker?.removeEventListener('message', hear)
      worker?.removeEventListener('error', breakOff)
    }
  }, [text, broken])
  const again = text !== null && text === broken ? () => setBroken(null) : null
  return { curve: drawn?.curve ?? null, isOld: drawn?.text !== text, again }
}
