import type { Regimen } from '@dripline/engine'
import type { Basis } from '../basis.ts'
import type { ProblemCode } from '../problems.ts'
import type { FaultSaid } from '../words/fault-words.ts'
import type { Fields, Said } from './fields.ts'
import type { EventKind, SessionEvent } from './infusion-events.ts'
import type { FoldedSession } from './infusion-words.ts'
import type { GuardedAct } from './rights.ts'
import type { SessionState } from './visit-states.ts'

/** In which states an entry may be made, and the state it leads to; left out where it changes none. */
export type EntryRule = {
  in: readonly SessionState[]
  to?: SessionState | ((event: SessionEvent, state: SessionState) => SessionState | null)
  /** Why it is refused in a state where it may not be made, where `wrong-state` says too little. */
  refusal?: (state: SessionState) => ProblemCode
}

export type EntryRules = { readonly [Kind in EventKind]?: EntryRule }

/** An act that needs no screen of its own: its fields are its form, its log entry and its line on paper. */
export type OwnAct = {
  /** As the key says it and the log tells it: "Line placed". */
  title: string
  fields: Fields
  in: readonly SessionState[]
  to?: SessionState
  /** The drug goes in from here on, or no more; an act may be both. */
  begins?: true
  ends?: true
  /**
   * It gives a controlled drug out of a vial: how many mg, from what the order and the act say. Two people read vial and syringe apart
   * before it; the act writes drawn, given and wasted into the drug book, or is refused.
   */
  books?: (order: Said, said: Said) => string
  /** Who may do it; each act of an administration happens once, and in the order of the definition. */
  right: GuardedAct
}

/** What a check of an order says: `hard` refuses the signature, `soft` is acknowledged by its id. */
export type OwnCheck = { id: string; kind: 'hard' | 'soft'; pass: boolean; says: FaultSaid; source: string; basis: Basis }

/** An order that needs no screen of its own. */
export type OwnOrder = {
  fields: Fields
  /** What it gives in all, and how long that takes in minutes, from what was said. */
  amount(said: Said): Given
  minutes(said: Said): number
  check(said: Said): OwnCheck[]
  /** What is said, and whether every check passes. */
  examples: readonly (readonly [said: Said, failed: readonly string[]])[]
}

/** What was given, as of an instant: a decimal amount with its unit. */
export type Given = { value: string; unit: string }

/** One way to give a drug: everything about its visit that no other way shares. */
export type Administration = {
  id: string
  title: string
  source: string
  basis: Basis
  /** Whether an order of it rests on a screening that was accepted and a signed consent that holds. */
  isScreened: boolean
  /** Null where the order has a form of its own. */
  order: OwnOrder | null
  /** The entries that are its own, beside those of any visit. */
  entries: EntryRules
  /** Its acts in the order in which they are done. */
  acts: Readonly<Record<string, OwnAct>>
  /** The gates of each act that has any, by id, in the order in which they are read. */
  gates: Readonly<Record<string, readonly string[]>>
  /** The act whose gates are read ahead in a state. */
  ahead: { readonly [State in SessionState]?: string }
  /** What falls due in its visit. */
  due: readonly ('vitals' | 'scores' | 'second person' | 'home check')[]
  /** Whether a controlled drug is drawn, given and wasted by two people, and every mg stands in the drug book. Only then, and screened, may an order be of one. */
  isInBook: boolean
  /** Whether somebody goes home as one who was sedated: no driving and no alcohol until the next day. */
  isSedating: boolean
  /** What was given up to an instant as the engine takes it; null where no model is asked. */
  regimen: ((visit: FoldedSession, asOf: string) => Regimen) | null
  /** What went in, computed from the log; null before anything did. */
  given(visit: FoldedSession, asOf: string): Given | null
}

/** One way to give a drug, as a definition: the visit, its gates, its order and its paper ask it and know no other. */
export const defineAdministration = <const A extends Administration>(administration: A): A => administration
