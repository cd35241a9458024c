import { type Locale, STAFF } from '@dripline/clinical/words'
import type { Tx } from '../../../platform/database.ts'
import { type PolicyKind, policyKinds } from './face.ts'
import { facesOf } from './store.ts'

/** What the clinic says of one thing in its own words. */
export type PolicySaid = { readonly kind: PolicyKind; readonly text: string }

/** The clinic's policies as its face says them now, in a language; in English where that is missing, and nothing where it has said nothing. */
export async function policiesSaid(tx: Tx, locale: Locale): Promise<readonly PolicySaid[]> {
  const [face] = await facesOf(tx, 1)
  return policyKinds.flatMap((kind) => {
    const said = face?.policies[kind] ?? {}
    const text = said[locale] ?? said[STAFF]
    return text === undefined ? [] : [{ kind, text }]
  })
}
