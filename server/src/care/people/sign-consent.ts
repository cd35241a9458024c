import { consentText, type Indication, Problem } from '@dripline/clinical'
import { type Ctx, inOneStep, staffOf, type Tx } from '../../platform/context.ts'
import { isConsentStale } from './consent.ts'
import { insertConsent, newestConsent, personOf } from './store.ts'

export type SignConsent = {
  personId: string
  indication: Indication
  /** The version of the text that was on the screen. */
  version: string
  signedName: string
  /** What the person has said back in their own words: every point of the text. */
  saidBack: readonly string[]
}

/** Keeps a consent that the person signed by typing their name, taken by the member of staff who is signed in. */
export const signConsent = (ctx: Ctx, { personId, indication, version, signedName, saidBack }: SignConsent) =>
  inOneStep(ctx, 'sign-consent', async (tx) => {
    if (!(await personOf(tx, personId))) throw new Problem('not-found', { personId })
    if (version !== consentText.version) throw new Problem('consent-stale', { personId })
    const missing = consentText.teachBack.filter((point) => !saidBack.includes(point))
    if (missing.length > 0)
      throw new Problem(
        'not-valid',
        { personId },
        missing.map((point) => ({ field: 'saidBack', expected: `to be said back: ${point}` })),
      )

    const consentId = ctx.newId()
    await insertConsent(tx, {
      id: consentId,
      personId,
      indication,
      definitionId: consentText.id,
      version,
      signedName,
      takenBy: staffOf(ctx).id,
      signedAt: ctx.now(),
    })
    return { consentId, personId, indication }
  })

/** The newest consent of a person for an indication, and whether it no longer holds; null when there is none. */
export const consentFor = async (ctx: Ctx, tx: Tx, personId: string, indication: Indication) => {
  const consent = await newestConsent(tx, personId, indication)
  return consent ? { ...consent, isStale: isConsentStale(consent, ctx.now()) } : null
}
