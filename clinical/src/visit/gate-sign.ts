import { latestSign, minutesFrom } from '../chart/latest-facts.ts'
import { quantity } from '../quantity.ts'
import { saying } from '../words/saying.ts'
import { type Checked, type GatedAct, type GateFacts, met, notMet, unknown } from './gate.ts'

type Sign = 'pulse' | 'spo2' | 'sedation'
type Range = { least?: number; most?: number }

const sayRange = ({ least, most }: Range) =>
  [least !== undefined && `${signed(least)} or more`, most !== undefined && `${signed(most)} or less`]
    .filter(Boolean)
    .join(' and ')

/** What such a gate says. */
export const signWords = {
  measure: 'it is measured',
  read: ({ value, unit }: { value: number; unit: string }) => (unit === '' ? signed(value) : quantity(value, unit)),
  within: (range: Range) => `it is ${sayRange(range)}`,
  again: ({ minutes, ...range }: Range & { minutes: number }) =>
    `it is measured again and is ${sayRange(range)}; a reading is good for ${quantity(minutes, 'min')}`,
} as const
const said = saying(signWords)

/** A sign of the log as a gate: charted, not older than its policy, within its range for the act. */
export function signAsGate(
  sign: Sign,
  { facts, asOf, act }: { facts: GateFacts; asOf: string; act: GatedAct },
  { unit, range: ranges }: { unit: string; range: Record<'still' | 'running', Range> },
): Checked {
  const clearing = sign === 'sedation' ? 'scores' : 'vitals'
  const latest = latestSign(facts, sign, asOf)
  const { least, most } = ranges[act === 'resume' || act === 'raise' ? 'running' : 'still']
  const range = { ...(least !== undefined && { least }), ...(most !== undefined && { most }) }
  if (!latest) return unknown(said('measure'), clearing)
  const { value, at, by } = latest
  const seen = { value: said('read', { value, unit }), at, by }
  if ((least !== undefined && value < least) || (most !== undefined && value > most))
    return notMet(said('within', range), clearing, seen)
  const holds = facts.policy.signMinutes[sign]
  return minutesFrom(at, asOf) > holds ? unknown(said('again', { ...range, minutes: holds }), clearing, seen) : met(seen)
}

/** A whole number with a true minus. */
const signed = (value: number) => (value < 0 ? `−${-value}` : String(value))
