import { useSyncExternalStore } from 'react'

/** What this tab has sent and not yet heard of, and what was tried and is not known to be saved. */
export type Acts = { sending: number; unsaved: number }

const none: Acts = { sending: 0, unsaved: 0 }
let acts = none
const watchers = new Set<() => void>()
const unsaved = new Set<string>()

function become(next: Acts) {
  acts = next
  for (const changed of watchers) changed()
}

/** Counts an act that has left and has no answer yet; the answer ends it by calling what is given back, once. */
export function underWay(): () => void {
  become({ ...acts, sending: acts.sending + 1 })
  let isOver = false
  return () => {
    if (!isOver) become({ ...acts, sending: acts.sending - 1 })
    isOver = true
  }
}

/** Says that the last press of this form is not known to be saved, or that it now is. */
export function markUnsaved(form: string, isUnsaved: boolean) {
  if (isUnsaved === unsaved.has(form)) return
  if (isUnsaved) unsaved.add(form)
  else unsaved.delete(form)
  become({ ...acts, unsaved: unsaved.size })
}

const watch = (changed: () => void) => {
  watchers.add(changed)
  return () => void watchers.delete(changed)
}

/** The acts of this tab that have no answer yet. */
export const useActs = (): Acts =>
  useSyncExternalStore(
    watch,
    () => acts,
    () => none,
  )
