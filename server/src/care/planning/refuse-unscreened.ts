import { administrationOf, type Indication, Problem } from '@dripline/clinical'
import type { Ctx, Tx } from '../../platform/context.ts'
import { consentFor } from '../people/sign-consent.ts'
import { acceptancesOf } from '../screening/store.ts'

const indications: readonly Indication[] = ['pain', 'depression']

/**
 * Refuses what an administration gives that asks for a screening, while its newest decision does not accept this person or no signed
 * consent to what they were accepted for holds now. Problem `not-a-patient`, `consent-missing` or `consent-stale`.
 */
export async function refuseUnscreened(ctx: Ctx, tx: Tx, personId: string, by: string): Promise<void> {
  if (!administrationOf(by)?.isScreened) return
  const accepted = (await acceptancesOf(tx, personId)).filter(({ decision }) => decision === 'accept')
  if (accepted.length === 0) throw new Problem('not-a-patient', { personId })
  const consents = []
  for (const indication of indications.filter((each) => accepted.some((one) => one.indication === each)))
    consents.push(await consentFor(ctx, tx, personId, indication))
  if (consents.some((consent) => consent?.isStale === false)) return
  throw new Problem(consents.some((consent) => consent !== null) ? 'consent-stale' : 'consent-missing', { personId })
}
