/** How long a reading holds at an act and what a gate lets pass: minutes, mmHg, beats a minute, percent, RASS, hours. */
export const usualGatePolicy = {
  /** At start, resume, raise and leaving. */
  signMinutes: { pressure: 15, pulse: 15, spo2: 15, sedation: 30 },
  /** What somebody saw before the patient goes home. */
  leavingMinutes: { seen: 15, dissociation: 15 },
  /** Before the start and before leaving, and while a dose is in. */
  pulse: { still: { least: 50, most: 110 }, running: { least: 45, most: 120 } },
  spo2: { still: 94, running: 92 },
  sedation: { still: { least: -1, most: 1 }, running: { least: -2, most: 2 } },
  /** Two readings this far apart, both under 160/100, clear a pressure that stood in the way. */
  pressureApartMinutes: 5,
  /** How far a pressure may lie from the one at check-in when the patient leaves. */
  leavingPressurePercent: 20,
  leavingDissociation: 1,
  stayMinutes: { depression: 30, pain: 60 },
  weightPercent: '2',
  infusionsInYear: 12,
  hoursBetweenPlans: 24,
  source: 'clinical reference 9.2 to 9.5; how long a reading holds is policy',
  basis: 'proposed',
} as const

type Widened<T> = T extends number ? number : T extends string ? string : { readonly [K in keyof T]: Widened<T[K]> }
export type GatePolicy = Widened<Omit<typeof usualGatePolicy, 'source' | 'basis'>>
