import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { AnyVisit } from '../../../../data/session.ts'
import { Loading } from '../../../../ui/states.tsx'
import { pageOf } from './page-of.ts'

/** Sends whoever opened a visit at another page's address to the page that it has; going back does not lead here again. */
export function ToItsPage({ visit }: { visit: Pick<AnyVisit, 'id' | 'screen'> }) {
  const { history } = useRouter()
  const to = pageOf(visit)
  useEffect(() => history.replace(to), [history, to])
  return <Loading shape="chart" what="this visit" />
}
