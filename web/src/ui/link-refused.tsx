import * as words from '@dripline/clinical/words/frame'
import type { ReactNode } from 'react'
import { usePageData } from '../data/page-data.ts'
import { rich, useReader } from '../data/reader.ts'
import { Link } from './link.tsx'
import { Page } from './page.tsx'

const reasons = {
  cut: [words.cutTitle, words.cutLead],
  unknown: [words.unknownTitle, words.unknownLead],
  expired: [words.expiredTitle, words.expiredLead],
  replaced: [words.replacedTitle, words.replacedLead],
  used: [words.usedTitle, words.usedLead],
} as const

const isReason = (why: unknown): why is keyof typeof reasons => typeof why === 'string' && Object.hasOwn(reasons, why)

/** Why a link from a letter opens nothing, in the clinic's words, and what to do: there is always a person to call. */
export function LinkRefused({ why }: { why: unknown }) {
  const to = useReader()
  const { path } = usePageData().frame
  const [title, lead] = reasons[isReason(why) ? why : 'used']
  return (
    <Page title={title(to)} lead={lead(to)} width="text">
      {path.includes('invitation') && <p>{words.staffInvitation(to)}</p>}
      <CallUs />
      <p>
        <Link href="/">{words.front(to)}</Link>
      </p>
    </Page>
  )
}

/** The clinic's number, for whoever is stuck; nothing where the clinic has not said one. */
export function CallUs() {
  const to = useReader()
  const { phone } = usePageData().frame.clinic
  if (!phone) return <p>{words.noPhone(to)}</p>
  const a = (inside: ReactNode) => <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>{inside}</a>
  return <p>{rich(words.callUs<ReactNode>(to, { phone, a }))}</p>
}
