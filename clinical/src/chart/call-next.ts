import { keysOf } from '../keys.ts'
import type { CallOutcome } from './call-script.ts'

type Next = { says: string; of: readonly CallOutcome[]; books?: 'evaluation' | 'call' }

const nexts = <T extends Record<string, Next>>(all: T): { readonly [K in keyof T]: Next } => all

/** How it goes on after a call: who does what, by outcome. What books takes a time on the call itself. */
export const callNext = nexts({
  'evaluation booked': { says: 'Evaluation', of: ['book evaluation'], books: 'evaluation' },
  'we call to book': { says: 'We call them to book the evaluation', of: ['book evaluation'] },
  'they call to book': { says: 'They call us to book the evaluation', of: ['book evaluation'] },
  'doctor sends records': { says: 'Their doctor sends records; we call when they are here', of: ['need records'] },
  'they send records': { says: 'They send records; we call when they are here', of: ['need records'] },
  'call booked': { says: 'Another call', of: ['need records', 'not suitable now'], books: 'call' },
  'own doctor first': { says: 'Their own doctor first', of: ['not suitable now'] },
  'may call again': { says: 'They may call again when something changes', of: ['not suitable now', 'declined'] },
  'emergency services': { says: 'With emergency services (911)', of: ['urgent referral'] },
  'crisis line': { says: 'With the crisis line (988)', of: ['urgent referral'] },
  'own clinician': { says: 'Handed off to their own clinician', of: ['urgent referral'] },
  'nothing further': { says: 'Nothing further', of: ['not suitable now', 'declined'] },
})

export type CallNext = keyof typeof callNext

/** The ways on from an outcome, in the order in which they are offered. */
export const nextAfter = (outcome: CallOutcome): CallNext[] =>
  keysOf(callNext).filter((next) => callNext[next].of.includes(outcome))
