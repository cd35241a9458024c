import { latestSign, minutesFrom } from '../chart/latest-facts.ts'
import { quantity } from '../quantity.ts'
import { type Checked, type GatedAct, type GateFacts, met, notMet, unknown } from './gate.ts'

type Sign = 'pulse' | 'spo2' | 'sedation'
type Range = { least?: number; most?: number }

/** A sign of the log as a gate: charted, not older than its policy, within its range for the act. */
export function signAsGate(
  sign: Sign,
  { facts, asOf, act }: { facts: GateFacts; asOf: string; act: GatedAct },
  { unit, range }: { unit: string; range: Record<'still' | 'running', Range> },
): Checked {
  const clearing = sign === 'sedation' ? 'scores' : 'vitals'
  const latest = latestSign(facts, sign, asOf)
  const { least, most } = range[act === 'resume' || act === 'raise' ? 'running' : 'still']
  const words = [least !== undefined && `${signed(least)} or more`, most !== undefined && `${signed(most)} or less`]
    .filter(Boolean)
    .join(' and ')
  if (!latest) return unknown('it is measured', clearing)
  const { value, at, by } = latest
  const seen = { value: unit === '' ? signed(value) : quantity(value, unit), at, by }
  if ((least !== undefined && value < least) || (most !== undefined && value > most))
    return notMet(`it is ${words}`, clearing, seen)
  const holds = facts.policy.signMinutes[sign]
  return minutesFrom(at, asOf) > holds
    ? unknown(`it is measured again and is ${words}; a reading is good for ${quantity(holds, 'min')}`, clearing, seen)
    : met(seen)
}

/** A whole number with a true minus. */
const signed = (value: number) => (value < 0 ? `−${-value}` : String(value))
