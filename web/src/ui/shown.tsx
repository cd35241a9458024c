import { refusalWords } from '@dripline/clinical/words'
import type { ReactNode } from 'react'
import { usePageData } from '../data/page-data.ts'
import { useReader } from '../data/reader.ts'
import { isStaffPage } from '../page.ts'
import { Button } from './button.tsx'
import { LinkRefused } from './link-refused.tsx'
import { Page } from './page.tsx'
import { usePlace } from './place.ts'

/** A page, or, in its place, why it is not here. */
export function Shown({ children }: { children: ReactNode }) {
  const to = useReader()
  const { frame, problem } = usePageData()
  const { page, path } = usePlace()
  const signIn = <Button href={`/sign-in?next=${encodeURIComponent(path)}`}>Sign in</Button>
  const refused = path === frame.path ? problem : undefined
  if (refused?.code === 'link-unusable') return <LinkRefused why={refused.about?.why} />
  if (refused)
    return (
      <Page title={refusalWords(to, refused.code, refused.title)} lead={refused.detail}>
        {refused.status === 401 && <div>{signIn}</div>}
      </Page>
    )
  if (frame.user === null && page !== undefined && isStaffPage(page))
    return (
      <Page title="Please sign in first" lead="This page is for the staff of the clinic.">
        <div>{signIn}</div>
      </Page>
    )
  if (frame.user?.isBare && path !== '/account' && page !== undefined && isStaffPage(page))
    return (
      <Page
        title="One more step before you begin"
        lead="A password alone opens no records here. Setting up a passkey or an app takes a minute."
      >
        <div>
          <Button href={`/account?next=${encodeURIComponent(path)}`}>Set it up now</Button>
        </div>
      </Page>
    )
  return children
}
