import type { Finding } from './screen.ts'

/** What a person who answered the questions is told: never a verdict, always a next step. */
export type PatientWords = { kind: 'talk' | 'urgent help'; text: string }

/** Neutral words for the person themself. Only a safety answer changes them; no other finding shows through. */
export function patientWords(findings: readonly Pick<Finding, 'pathway'>[]): PatientWords {
  if (findings.some(({ pathway }) => pathway !== null))
    return {
      kind: 'urgent help',
      text: 'Thank you for telling us. You do not have to be alone with this. Please use one of the numbers shown here now; a clinician will also talk with you.',
    }
  return {
    kind: 'talk',
    text: 'Thank you. Your answers go to the clinician, who will go through them with you on the call. Nothing is decided by this form.',
  }
}
