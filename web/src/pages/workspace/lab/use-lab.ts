import type { Fault, Lab } from '@dripline/engine'
import { useEffect, useMemo, useState } from 'react'
import { useAnswers } from '../../../data/lab.ts'
import { type Draft, firstDraft } from './draft.ts'
import { fileOf, type LabFile } from './file.ts'
import { openText, readFile } from './open.ts'

/** The last inputs that could be read whole: what all pictures are of. */
export type Good = { text: string; file: LabFile; lab: Lab; draft: Draft }

const STILL_MS = 250

/** What an address asks for; an address that cannot be read gives the lab as it first stands, and its faults. */
export function startFrom(search: string): { draft: Draft; faults: readonly Fault[] } {
  const asked = new URLSearchParams(search).get('lab')
  const found = asked === null ? null : openText(asked)
  return found && 'draft' in found ? { ...found, faults: [] } : { draft: firstDraft(), faults: found?.faults ?? [] }
}

/** The address of this view: the file without what can be worked out again. */
export function addressOf({ versions, timesMin, ...file }: LabFile): string {
  return `?lab=${encodeURIComponent(JSON.stringify({ ...file, timesMin: [0, timesMin.at(-1)] }))}`
}

/** The lab’s fields, what is wrong with them, and the last that could be read; the address follows. */
export function useLab(start: Draft) {
  const [draft, setDraft] = useState(start)
  const text = JSON.stringify(fileOf(draft))
  const { lab, faults } = useMemo(() => readFile(JSON.parse(text)), [text])
  const [good, setGood] = useState<Good | null>(null)
  if (lab && good?.text !== text) setGood({ text, file: fileOf(draft), lab, draft })
  const address = good && addressOf(good.file)
  useEffect(() => {
    if (address === null) return
    const timer = setTimeout(() => window.history.replaceState(window.history.state, '', address), STILL_MS)
    return () => clearTimeout(timer)
  }, [address])
  return { draft, faults, good, address, change: (part: Partial<Draft>) => setDraft({ ...draft, ...part }), open: setDraft }
}

/** Everything that is drawn of a lab: lines at once, bands after them, and all models at one time. */
export function useDrawn(good: Good | null) {
  // The time of comparing moves nothing but itself.
  const still = good && JSON.stringify({ ...good.file, compareAfterEndMin: 0 })
  const lines = useAnswers('lines', still)
  // What is slow waits until the lines are there.
  const fans = useAnswers('fans', lines.isOld ? null : still)
  const compare = useAnswers('compare', lines.isOld ? null : (good?.text ?? null))
  const [answer] = lines.answers
  return {
    lines: answer?.lines ?? [],
    fans: fans.isOld ? [] : fans.answers.map(({ fan }) => fan),
    // Bands that are not of these inputs are never shown; they only keep the scale still.
    formerFans: [...fans.answers, ...fans.former].map(({ fan }) => fan),
    compared: compare.answers.at(-1)?.compared ?? [],
    isCompareOld: compare.isOld,
    fault: lines.fault ?? fans.fault ?? compare.fault,
  }
}

export type Drawn = ReturnType<typeof useDrawn>
