import type { Fault } from '@dripline/engine'
import { type ReactNode, useState } from 'react'
import { Fault as FieldFault, TextAct, TextField } from '../../../ui/index.tsx'
import type { Draft } from './draft.ts'
import styles from './lab.module.css'
import type { Undone } from './use-lab.ts'

/** What each card of fields is given: what stands there, what is wrong with it, and how to change it. */
export type FieldsProps = { draft: Draft; faults: readonly Fault[]; change: (part: Partial<Draft>) => void }

/** For cards from which something can be taken away. */
export type LoseProps = {
  lose: (part: Partial<Draft>, where: Undone['where'], what: string) => void
  undone: Undone | null
  undo: () => void
}

/** What is wrong at one place of the file, in words. */
export const wordsAt = (faults: readonly Fault[], place: string) => {
  const found = faults.find(({ input }) => input === place)
  return found && `Expected ${found.expected}`
}

/** What is wrong at a place or at any of its parts, in words. */
export const wordsUnder = (faults: readonly Fault[], place: string) => {
  const found = faults.find(({ input }) => input === place || input.startsWith(`${place}[`))
  return found && `Expected ${found.expected}`
}

type FigureProps = { place: string; label: ReactNode; value: string; faults: readonly Fault[]; onChange: (text: string) => void }
type FigureMore = { unit?: string; hint?: ReactNode }

/** One figure of the file, named by its place there, with the engine’s own fault under it. */
export const Figure = ({ place, label, value, faults, onChange, unit, hint }: FigureProps & FigureMore) => (
  <TextField
    name={place}
    label={label}
    value={value}
    decimal
    autoComplete="off"
    {...(unit ? { unit } : {})}
    {...(hint ? { hint } : {})}
    fault={wordsAt(faults, place)}
    onChange={onChange}
  />
)

// Who pressed a button that went away with what it removed stands here, and not at the top of the page.
const stand = (button: HTMLButtonElement | null) => button?.focus({ preventScroll: true })

/** What was just taken away in a card, and the way back. */
export const Undo = ({ where, undone, undo }: Omit<LoseProps, 'lose'> & { where: Undone['where'] }) =>
  undone?.where === where ? (
    <p className={styles.undone} role="status">
      {undone.what}{' '}
      <TextAct key={undone.what} ref={stand} onClick={undo}>
        Undo
      </TextAct>
    </p>
  ) : null

/** What is wrong with something that stands in no field of its own. */
export const FaultAt = ({ faults, place }: { faults: readonly Fault[]; place: string }) => {
  const words = wordsAt(faults, place)
  return <FieldFault id={place} fault={words} />
}

type FoldProps = { summary: ReactNode /** Something inside needs to be seen. */; isForced?: boolean; children: ReactNode }

/** What is needed now and then. What forced it open does not close it again under somebody’s hands. */
export function Fold({ summary, isForced = false, children }: FoldProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details className={styles.fold} open={isOpen || isForced} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{summary}</summary>
      {children}
    </details>
  )
}
