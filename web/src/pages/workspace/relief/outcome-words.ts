import type { Doubt, NonResponse, Responder } from '@dripline/clinical'
import { quantity } from '../../../ui/quantity.tsx'
import { sayTime } from '../../../ui/when.ts'

/** `Fri 18 Dec 2026`: a local date. */
export const dayWords = (date: string) => sayTime(`${date}T12:00:00Z`, 'UTC', 'full day')

export const doubtWords: Record<Doubt, string> = {
  'weak baseline': 'Weak baseline: fewer than three answers in the week before',
  'one value': 'A single answer at day 28, not a weekly mean',
  'opioids not recorded': 'It was not charted whether opioids went up',
}

const reasons: Record<NonResponse, string> = {
  'fall too small': 'the fall was too small',
  missing: 'not answered, which counts as no',
  'no baseline': 'nothing was known from before',
  'rescue infusion': 'there was a rescue infusion',
  'new procedure': 'there was a new procedure',
  'opioids up': 'opioids went up',
}

/** How far a score fell, or that it rose; decimal percent of the score before. */
export const sayChange = (fallPercent: string): string =>
  Number(fallPercent) < 0 ? `up ${quantity(fallPercent.slice(1), '%')}` : `down ${quantity(fallPercent, '%')}`

/** Responder or not in one sentence. */
export function sayOutcome(outcome: Responder): string {
  switch (outcome.kind) {
    case 'responder':
      return outcome.isRemission ? 'Responder, and in remission' : 'Responder'
    case 'non-responder':
      return `No response: ${reasons[outcome.reason]}`
    case 'not eligible':
      return 'Cannot be judged: the score before treatment was too low'
    case 'not yet':
      return outcome.until === null ? 'Not yet: the course is under way' : `Not yet: until ${dayWords(outcome.until)}`
  }
}
