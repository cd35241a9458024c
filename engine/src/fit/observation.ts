/** Which vessel a sample was drawn from. */
export type Site = 'arterial' | 'venous'

/** One plasma sample of the parent drug: its time (min), and what was measured (mg/L) or the limit of quantification (mg/L) it lies below. */
export type Observation = { time: number; site?: Site } & ({ plasma: number } | { below: number })

/** The number of a sample: what was measured, or the limit. */
export const levelOf = (o: Observation) => ('plasma' in o ? o.plasma : o.below)
