import { useMatches, useRouterState } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { usePageData } from '../data/page-data.ts'
import { isStaffPage } from '../page.ts'
import { Act } from './act.tsx'
import { Boundary } from './boundary.tsx'
import styles from './frame.module.css'
import { LinkRefused } from './link-refused.tsx'
import { Page } from './page.tsx'

/** The part of a document that is the page: or, in its place, why it is not here. */
export function MainPart({ children }: { children: ReactNode }) {
  const { frame, problem } = usePageData()
  const page = useMatches({ select: (all) => all.at(-1)?.staticData.page })
  const path = useRouterState({ select: (state) => state.location.pathname })
  const signIn = <Act href={`/sign-in?next=${encodeURIComponent(path)}`}>Sign in</Act>
  const refused = path === frame.path ? problem : undefined
  const isStranger = frame.user === null && page !== undefined && isStaffPage(page)
  return (
    <main id="main" tabIndex={-1} className={page?.frame === 'bare' ? styles.bare : styles.main}>
      <Boundary resetKey={path}>
        {refused?.code === 'link-unusable' ? (
          <LinkRefused why={refused.about?.why} />
        ) : refused ? (
          <Page title={refused.title} lead={refused.detail}>
            {refused.status === 401 && <div>{signIn}</div>}
          </Page>
        ) : isStranger ? (
          <Page title="Please sign in first" lead="This page is for the staff of the clinic.">
            <div>{signIn}</div>
          </Page>
        ) : (
          children
        )}
      </Boundary>
    </main>
  )
}
