/** Which vessel a sample was drawn from. */
export type Site = 'arterial' | 'venous'

/** Whether a sample was drawn before or after the bolus of its very minute. */
export type Drawn = 'before' | 'after'

/**
 * One plasma sample of the parent drug: its time (min), and what was measured (mg/L) or the limit of quantification (mg/L) it lies below.
 * 0 mg/L is a blank, drawn before any drug was given.
 */
export type Observation = { time: number; site?: Site; drawn?: Drawn } & ({ plasma: number } | { below: number })

/** The number of a sample: what was measured, or the limit. */
export const levelOf = (o: Observation) => ('plasma' in o ? o.plasma : o.below)
