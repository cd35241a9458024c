import type { EntryRules } from './administration.ts'
import { beforeStart, present, seen, sessionStates } from './visit-states.ts'

/** What can happen in any visit, whatever is given in it: who is here, what was seen, said and signed, and the way home. */
export const commonEntries = {
  booked: { in: [], to: 'booked' },
  arrived: { in: ['booked'], to: 'arrived' },
  'taken-over': { in: present },
  'handed-over': { in: present },
  'sent-back': { in: ['arrived', 'cleared', 'drawn up', 'checked'], to: 'arrived' },
  'order-stands': { in: ['arrived', 'cleared'] },
  // What was seen may also be written down after the patient has left.
  vitals: { in: seen },
  scores: { in: seen },
  'adverse-effect': { in: seen },
  'no-adverse-effects': { in: seen },
  note: { in: sessionStates },
  'drug-given': { in: seen },
  'prescriber-asked': { in: present },
  'line-signed': { in: present },
  'dose-reading': { in: present },
  'drug-settled': { in: sessionStates },
  'recovery-score': { in: ['stopped', 'recovering', 'left'] },
  'home-check': { in: ['stopped', 'recovering', 'left'] },
  discharged: { in: ['recovering'] },
  'discharge-override': { in: ['recovering'] },
  left: { in: ['recovering'], to: 'left' },
  cancelled: { in: beforeStart, to: 'cancelled' },
  amended: { in: sessionStates },
} as const satisfies EntryRules
