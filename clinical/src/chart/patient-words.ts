import { talk, urgent } from '../words/crisis.generated.ts'
import type { Reader } from '../words/reader.ts'
import type { Finding } from './screen.ts'

/** What a person who answered the questions is told: never a verdict, always a next step. */
export type PatientWords = { kind: 'talk' | 'urgent help'; text: string }

/** Neutral words for the person themself, in their language. Only a safety answer changes them; no other finding shows through. */
export const patientWords = (to: Reader, findings: readonly Pick<Finding, 'pathway'>[]): PatientWords =>
  findings.some(({ pathway }) => pathway !== null) ? { kind: 'urgent help', text: urgent(to) } : { kind: 'talk', text: talk(to) }
