import { Outlet, useMatches, useRouterState } from '@tanstack/react-router'
import { usePageData } from '../data/page-data.ts'
import { Boundary } from './boundary.tsx'
import { useDocument } from './dim.tsx'
import styles from './frame.module.css'
import { Page } from './page.tsx'
import { PublicFrame } from './public-frame.tsx'
import { WorkFrame } from './work-frame.tsx'

/** Around every page: the header and foot of its mood, the skip link, and the place where a failure is said. */
export function Frame() {
  const { frame, problem, title } = usePageData()
  const page = useMatches({ select: (all) => all.at(-1)?.staticData.page })
  const path = useRouterState({ select: (state) => state.location.pathname })
  const isFirst = path === frame.path
  const mood = page?.mood ?? (frame.user ? 'work' : 'paper')
  const name = (isFirst ? (problem?.title ?? title) : undefined) ?? page?.title ?? 'Not found'
  useDocument(mood, `${name} · ${frame.clinic.name}`, page?.dim === true)

  const body = (
    <main id="main" tabIndex={-1} className={page?.frame === 'bare' ? styles.bare : styles.main}>
      <Boundary resetKey={path}>
        {problem && isFirst ? (
          <Page title={problem.title} lead={problem.detail}>
            {null}
          </Page>
        ) : (
          <Outlet />
        )}
      </Boundary>
    </main>
  )
  return (
    <div className={styles.frame} data-frame={mood}>
      <a className={styles.skip} href="#main">
        Skip to the page
      </a>
      {mood === 'paper' ? (
        <PublicFrame place={page?.place} isBare={page?.frame === 'bare'}>
          {body}
        </PublicFrame>
      ) : page?.frame === 'bare' ? (
        body
      ) : (
        <WorkFrame place={page?.place}>{body}</WorkFrame>
      )}
    </div>
  )
}
