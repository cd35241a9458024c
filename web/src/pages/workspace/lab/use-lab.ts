import type { Fault, Lab } from '@dripline/engine'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useAnswers } from '../../../data/lab.ts'
import { type Draft, firstDraft } from './draft.ts'
import { fileOf, type LabFile } from './file.ts'
import { openText, readFile } from './open.ts'

/** The last inputs that could be read whole: what all pictures are of. */
export type Good = { text: string; file: LabFile; lab: Lab; draft: Draft }

/** What was just taken away or put over, until the next change. */
export type Undone = { where: 'models' | 'regimens' | 'file'; what: string; draft: Draft }

const STILL_MS = 250
// A server refuses longer addresses, and a page that cannot be loaded again is worse than one without a link.
const longestAddress = 6000

/** What an address asks for; an address that cannot be read gives the lab as it first stands, and its faults. */
export function startFrom(search: string): { draft: Draft; faults: readonly Fault[]; warnings: readonly string[] } {
  const asked = new URLSearchParams(search).get('lab')
  const found = asked === null ? null : openText(asked)
  return found && 'draft' in found ? { ...found, faults: [] } : { draft: firstDraft(), faults: found?.faults ?? [], warnings: [] }
}

/** The address of this view: the file without what can be worked out again; null where no server would take it. */
export function addressOf({ timesMin, ...file }: LabFile): string | null {
  const address = `?lab=${encodeURIComponent(JSON.stringify({ ...file, timesMin: [0, timesMin.at(-1)] }))}`
  return address.length > longestAddress ? null : address
}

/** The lab’s fields, what is wrong with them, and the last that could be read; the address follows. */
export function useLab(start: Draft) {
  const [draft, setDraft] = useState(start)
  const text = JSON.stringify(fileOf(draft))
  const { lab, faults } = useMemo(() => readFile(JSON.parse(text)), [text])
  const [good, setGood] = useState<Good | null>(null)
  if (lab && good?.text !== text) setGood({ text, file: fileOf(draft), lab, draft })
  const address = good && addressOf(good.file)
  const [undone, setUndone] = useState<Undone | null>(null)
  useEffect(() => {
    if (address === null) return
    const timer = setTimeout(() => window.history.replaceState(window.history.state, '', address), STILL_MS)
    return () => clearTimeout(timer)
  }, [address])
  const change = useCallback((part: Partial<Draft>) => {
    setUndone(null)
    setDraft((before) => ({ ...before, ...part }))
  }, [])
  /** A change that loses something: it can be taken back. */
  const lose = useCallback(
    (part: Partial<Draft>, where: Undone['where'], what: string) => {
      setUndone({ where, what, draft })
      setDraft((before) => ({ ...before, ...part }))
    },
    [draft],
  )
  const undo = useCallback(() => {
    if (undone) setDraft(undone.draft)
    setUndone(null)
  }, [undone])
  return { draft, faults, good, address, change, lose, undone, undo }
}

const none = [] as const

/** Everything that is drawn of a lab: lines at once, bands after them, and all models at one time. */
export function useDrawn(good: Good | null) {
  // The time of comparing moves nothing but itself.
  const still = good && JSON.stringify({ ...good.file, compareAfterEndMin: 0 })
  const lines = useAnswers('lines', still)
  // What is slow waits until the lines are there.
  const fans = useAnswers('fans', lines.isOld ? null : still)
  const compare = useAnswers('compare', lines.isOld ? null : (good?.text ?? null))
  const all = [lines, fans, compare]
  const fansNow = useMemo(() => (fans.isOld ? [] : fans.answers.map(({ fan }) => fan)), [fans.isOld, fans.answers])
  // Bands that are not of these inputs are never shown; they only keep the scale still.
  const formerFans = useMemo(() => [...fans.answers, ...fans.former].map(({ fan }) => fan), [fans.answers, fans.former])
  return {
    lines: lines.answers[0]?.lines ?? none,
    fans: fansNow,
    formerFans,
    compared: compare.answers.at(-1)?.compared ?? none,
    isCompareOld: compare.isOld,
    fault: lines.fault ?? fans.fault ?? compare.fault,
    isLate: all.some(({ isLate }) => isLate),
    /** All of them: what ended one worker may have ended the others, who are not missed yet. */
    again: () => {
      for (const each of all) each.again()
    },
  }
}

export type Drawn = ReturnType<typeof useDrawn>
