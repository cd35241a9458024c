import type { World } from './world.ts'

export type Who = 'nurse' | 'second nurse' | 'prescriber' | 'owner' | 'front desk'

export type Vitals = {
  systolic: number | null
  diastolic: number | null
  pulse: number | null
  spo2: number | null
  resp: number | null
}
/** Every sign of a check-in but the breathing rate is taken. */
export type AllVitals = { systolic: number; diastolic: number; pulse: number; spo2: number; resp: number | null }
export type Scores = { dissociation: number | null; distress: number | null; pain: number | null; sedation: number | null }

/** One thing that somebody does, or tries to. mg, mL, mL/h and kg are numbers of at most two places. */
export type Doing =
  | { do: 'check-in'; weightKg: number; vitals: AllVitals; areTwo: boolean; hasEscort: boolean }
  | { do: 'answer'; key: string; value: string | number }
  | { do: 'consent' }
  | { do: 'withdraw-consent' }
  | { do: 'renew'; weightKg: number; mgShare: number; rateShare: number }
  | { do: 'decide'; isAccepted: boolean }
  | { do: 'given-elsewhere' }
  | { do: 'elsewhere'; isOpen: boolean }
  | { do: 'send-back' }
  | { do: 'confirm-order' }
  | { do: 'close-course' }
  | ({ do: 'read'; vial: number } & Reading)
  | { do: 'draw-up' }
  | { do: 'start' }
  | { do: 'rate'; rateMlPerHour: number }
  | { do: 'pause' }
  | { do: 'resume'; rateMlPerHour: number }
  | { do: 'stop' }
  | { do: 'read-pump'; offMl: number }
  | { do: 'read-waste'; offMl: number }
  | { do: 'waste' }
  | { do: 'vitals'; vitals: Vitals }
  | { do: 'scores'; scores: Scores }
  | { do: 'acknowledge' }
  | { do: 'recovering' }
  | { do: 'seen'; what: World['seen'][number]['what']; isMet: boolean }
  | { do: 'effects' }
  | { do: 'recovery-score'; total: number }
  | { do: 'override'; gates: string[] }
  | { do: 'discharge' }
  | { do: 'cancel' }
  | DoseDoing

/** Midazolam beside the infusion: by a signed line, or in an emergency whose vial and order follow. */
export type DoseDoing =
  | { do: 'sign-line'; times: number }
  | { do: 'allergy'; text: string }
  | ({ do: 'read-dose' } & DoseRead)
  | { do: 'give-dose' }
  | { do: 'emergency' }
  | ({ do: 'read-emergency' } & DoseRead)
  | { do: 'name-vial' }
  | { do: 'sign-emergency' }

/** What somebody reads of a controlled dose. */
export type DoseRead = { vial: number; ml: number }

/** What somebody reads for the second check. */
export type Reading = { mg: number; ml: number; rate: number }

/** Minutes pass, then somebody does something. */
export type Act = { after: number; who: Who } & Doing

/** How an act went: done, or refused with every code that was given, in order of the alphabet. */
export type Answer = 'done' | readonly string[]

/** Whatever can be asked to do the acts of one visit, one after the other: the rules alone, or the server. */
export type Clinic = { perform(act: Act): Answer | Promise<Answer> }
