import { usePageData } from '../data/page-data.ts'
import { Link } from './link.tsx'
import { Page } from './page.tsx'

const reasons = {
  cut: {
    title: 'Part of this link is missing',
    lead: 'Mail programs cut long addresses sometimes. Open the letter again and press the link there, or copy the whole line.',
  },
  unknown: {
    title: 'This link opens nothing here',
    lead: 'A letter or a figure in it may have changed on the way. Open the letter again and press the link there.',
  },
  expired: {
    title: 'This link has expired',
    lead: 'Our links work for a limited time. The newest letter from us has one that works.',
  },
  replaced: { title: 'A newer letter has replaced this link', lead: 'Please use the link in the newest letter from us.' },
  used: { title: 'This link has done its work', lead: 'It was used already, or it is not needed any more.' },
} as const

const isReason = (why: unknown): why is keyof typeof reasons => typeof why === 'string' && Object.hasOwn(reasons, why)

/** Why a link from a letter opens nothing, in the clinic's words, and what to do: there is always a person to call. */
export function LinkRefused({ why }: { why: unknown }) {
  const { path } = usePageData().frame
  const { title, lead } = reasons[isReason(why) ? why : 'used']
  return (
    <Page title={title} lead={lead} width="text">
      {path.includes('invitation') && (
        <p>If it was your invitation to the staff, ask the owner of the clinic to send it again.</p>
      )}
      <CallUs />
      <p>
        <Link href="/">Go to the front page</Link>
      </p>
    </Page>
  )
}

/** The clinic's number, for whoever is stuck; nothing where the clinic has not said one. */
export function CallUs() {
  const { clinic } = usePageData().frame
  if (!clinic.phone)
    return <p>Nothing was changed. Answer the letter, or ask the clinic in any way you know, and we will help.</p>
  return (
    <p>
      Nothing was changed. If you are stuck, call us at{' '}
      <a href={`tel:${clinic.phone.replaceAll(/[^+\d]/g, '')}`}>{clinic.phone}</a>: we can tell you your time, change it for you,
      or send a new letter.
    </p>
  )
}
