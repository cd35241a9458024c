import type { Regimen } from '@dripline/engine'
import type { Basis } from '../basis.ts'
import type { ProblemCode } from '../problem.ts'
import type { EventKind, SessionEvent } from './infusion-events.ts'
import type { FoldedSession } from './infusion-words.ts'
import type { SessionState } from './visit-states.ts'

/** In which states an entry may be made, and the state it leads to; left out where it changes none. */
export type EntryRule = {
  in: readonly SessionState[]
  to?: SessionState | ((event: SessionEvent, state: SessionState) => SessionState | null)
  /** Why it is refused in a state where it may not be made, where `wrong-state` says too little. */
  refusal?: (state: SessionState) => ProblemCode
}

export type EntryRules = { readonly [Kind in EventKind]?: EntryRule }

/** What was given, as of an instant: a decimal amount with its unit. */
export type Given = { value: string; unit: 'mg' | 'mL' }

/** One way to give a drug: everything about its visit that no other way shares. */
export type Administration = {
  id: string
  title: string
  source: string
  basis: Basis
  /** The entries that are its own, beside those of any visit. */
  entries: EntryRules
  /** The gates of each act that has any, by id, in the order in which they are read. */
  gates: Readonly<Record<string, readonly string[]>>
  /** The act whose gates are read ahead in a state. */
  ahead: { readonly [State in SessionState]?: string }
  /** Whether a controlled drug is drawn, given and wasted by two people, and every mg stands in the drug book. */
  isInBook: boolean
  /** What was given up to an instant as the engine takes it; null where no model is asked. */
  regimen: ((visit: FoldedSession, asOf: string) => Regimen) | null
  /** What went in, computed from the log; null before anything did. */
  given(visit: FoldedSession, asOf: string): Given | null
}

/** One way to give a drug, as a definition: the visit, its gates, its order and its paper ask it and know no other. */
export const defineAdministration = <const A extends Administration>(administration: A): A => administration
