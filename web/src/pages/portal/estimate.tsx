import type { EstimateItem } from '@dripline/clinical'
import * as words from '@dripline/clinical/words/prices'
import { usePageData } from '../../data/page-data.ts'
import { useReader } from '../../data/reader.ts'
import { NotApproved, Page } from '../../ui/index.tsx'
import { EstimateSheet } from './estimate-sheet.tsx'

export const page = { path: '/l/:secret/estimate', for: 'link', mood: 'paper' } as const
export const name = words.estimateName

type Seen = {
  estimate?: { version: number; madeOn: string; items: readonly EstimateItem[]; totalUsd: string; isNewest: boolean }
  claim?: { text: string; source: string } | null
}

/** The estimate that a letter leads to: to read, and to print by the browser. */
export default function EstimatePage() {
  const to = useReader()
  const { estimate, claim } = usePageData<Seen>()
  if (!estimate) return null
  return (
    <Page title={words.estimateName(to)} width="text">
      {claim && <NotApproved texts={['good-faith-estimate']} />}
      <EstimateSheet {...estimate} />
      {claim && (
        <>
          <p>{claim.text}</p>
          <p>{claim.source}</p>
        </>
      )}
    </Page>
  )
}
