import { lazy, type ReactNode, Suspense } from 'react'
import { useChairLock, useIsLocked } from '../data/chair-lock.ts'
import { usePageData } from '../data/page-data.ts'
import styles from './lock-screen.module.css'
import { usePlace } from './place.ts'
import { useFetchedAhead } from './use-fetched-ahead.ts'

const loadLockScreen = () => import('./lock-screen.tsx')
const LockScreen = lazy(loadLockScreen)
const locking = [loadLockScreen]
const nothing: typeof locking = []

/** Pages of the workspace behind a lock: what was typed stays where it is, out of sight and out of reach until somebody opens. */
export function ChairLock({ children }: { children: ReactNode }) {
  const { user } = usePageData().frame
  const { path, page } = usePlace()
  const isLocked = useIsLocked(user?.isLocked === true)
  useChairLock(path, user?.locksAfter)
  // It locks by a clock of its own, with or without a network.
  useFetchedAhead(user ? locking : nothing)
  // The way in by another name stays open.
  const isShut = isLocked && user !== null && page?.for !== 'anyone'
  return (
    <>
      <div className={styles.behind} inert={isShut}>
        {children}
      </div>
      {isShut && (
        <Suspense fallback={<div className={styles.screen} />}>
          <LockScreen userId={user.id} wasLocked={user.isLocked === true} />
        </Suspense>
      )}
    </>
  )
}
