import { consentEnds, consentText, dateOf } from '@dripline/clinical'

type Signed = { version: string; signedAt: Date; withdrawnAt: Date | null }

/** Why a signed consent does not hold any more, counted in days of the clinic's zone; null while it holds. */
export const whyConsentEnded = (
  { version, signedAt, withdrawnAt }: Signed,
  now: Date,
  zone: string,
): 'withdrawn' | 'new text' | 'too old' | null => {
  if (withdrawnAt !== null) return 'withdrawn'
  if (version !== consentText.version) return 'new text'
  const ends = consentEnds(consentText, dateOf(signedAt.toISOString(), zone))
  return dateOf(now.toISOString(), zone) >= ends ? 'too old' : null
}
