/** A number of the circuit: proposed by us for teaching, or taken from a source. */
export type Quantity = { value: number; unit: string; basis: 'proposed' | 'source'; source: string }

const proposed = (value: number, unit: string, why: string): Quantity => ({ value, unit, basis: 'proposed', source: why })

/** Every number the circuit is made of. All but two are ours: they were chosen so that the pictures come out, and were fitted to nobody. */
export const circuitParameters = {
  restVoltage: proposed(-60, 'mV', 'a relay cell a little above rest, where magnesium still blocks nine tenths of the current'),
  voltageOfSensitisation: proposed(12, 'mV', 'how far full sensitisation lifts the cell, and with it the block'),
  voltageOfSignal: proposed(
    20,
    'mV',
    'how far a strong signal lifts the cell; from −60 mV it takes the block of a calm nerve to −40 mV',
  ),
  magnesium: { value: 1, unit: 'mmol/L', basis: 'source', source: 'the concentration at which the block was measured' },
  baselineSensitisation: proposed(0.6, 'share', 'somebody who has had pain for long'),
  baselineGlia: proposed(0.3, 'share', 'activated support cells of the same person'),
  gliaFromSensitisation: proposed(
    0.7,
    'share',
    'how much of the activation of glia follows sensitisation; the rest is there anyway',
  ),
  gliaFromOpioid: proposed(0.5, 'per C50', 'opioids wake glia too'),
  gliaDays: proposed(2, 'd', 'how fast glia follow'),
  glutamateFromGlia: proposed(0.6, 'share', 'uptake that fails while glia are awake'),
  glutamateFromTolerance: proposed(0.35, 'share', 'the drive that a tolerant cord adds, felt when the opioid goes'),
  glutamateFromSignal: proposed(0.5, 'per strong signal', 'the messenger that a signal adds while it comes in'),
  glutamateHours: proposed(1, 'h', 'how fast glutamate follows'),
  recoveryHalfLife: {
    value: 10.9,
    unit: 'd',
    basis: 'source',
    source: 'Dahan 2011: half-life of the slow site of relief; here the way back to the baseline after ketamine',
  },
  erasurePerDay: proposed(1.5, '1/d', 'how fast sensitisation is unlearned while ketamine holds every receptor'),
  toleranceDays: proposed(5, 'd', 'how fast tolerance comes and goes'),
  toleranceOfEffect: proposed(2, 'fold', 'how far full tolerance moves the C50 of the opioid'),
  resistanceOfSensitised: proposed(1.5, 'fold', 'how far full sensitisation moves it'),
  opioidMost: proposed(0.8, 'share', 'the most an opioid takes of pain'),
} as const satisfies Record<string, Quantity>

export type CircuitParameters = { [Name in keyof typeof circuitParameters]: number }

/** The values alone. */
export const circuitValues = Object.fromEntries(
  Object.entries(circuitParameters).map(([name, { value }]) => [name, value]),
) as CircuitParameters

/** Where a number of the circuit may lie: a share between nothing and all, what something is divided by not next to nothing. */
export function rangeOf(name: keyof CircuitParameters): { min: number; max: number } {
  if (name === 'restVoltage') return { min: -100, max: 0 }
  if (name === 'voltageOfSensitisation') return { min: 0, max: 100 }
  if (name === 'voltageOfSignal') return { min: 0, max: 30 }
  if (name === 'baselineSensitisation' || name === 'baselineGlia') return { min: 0.01, max: 0.99 }
  if (name === 'gliaFromSensitisation' || name === 'opioidMost') return { min: 0, max: 1 }
  return divisors.includes(name) ? { min: 0.01, max: 100 } : { min: 0, max: 100 }
}

const divisors: readonly string[] = ['gliaDays', 'glutamateHours', 'toleranceDays', 'recoveryHalfLife']
