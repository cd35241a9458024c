import { STAFF } from '@dripline/clinical/words'
import { usePageData } from './page-data.ts'
import { useReader } from './reader.ts'

/** What the clinic says of one thing in its own words; `lang` where that is not the page's language. */
export type PolicySaid = { kind: string; text: string; lang?: string }

const kinds = ['cancellation', 'lateness'] as const

/** The clinic's own policies for whoever reads the page, in their language or else in English. */
export function usePolicies(): (PolicySaid & { kind: (typeof kinds)[number] })[] {
  const { locale } = useReader()
  const { policies = {} } = usePageData().frame.clinic
  return kinds.flatMap((kind) => {
    const { [locale]: own, [STAFF]: english } = policies[kind] ?? {}
    if (own !== undefined) return [{ kind, text: own }]
    return english === undefined ? [] : [{ kind, text: english, lang: STAFF }]
  })
}
