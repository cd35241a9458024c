import { useHydrated } from '@tanstack/react-router'
import { type ComponentType, Suspense } from 'react'
import type { PageMeta } from '../page.ts'
import { Loading } from './states.tsx'

type StaffPageProps = { skeleton: NonNullable<PageMeta['skeleton']>; page: ComponentType }

/** A workspace page: its shape from the server, itself in the browser once its answers are there. */
export function StaffPage({ skeleton, page: Page }: StaffPageProps) {
  const isHydrated = useHydrated()
  const loading = <Loading shape={skeleton} />
  return isHydrated ? (
    <Suspense fallback={loading}>
      <Page />
    </Suspense>
  ) : (
    loading
  )
}
