import { type ReactNode, Suspense } from 'react'
import { useChairLock, useIsLocked } from '../data/chair-lock.ts'
import { usePageData } from '../data/page-data.ts'
import { Boundary } from './boundary.tsx'
import { later } from './later.ts'
import styles from './lock-screen.module.css'
import { usePlace } from './place.ts'
import { useFetchedAhead } from './use-fetched-ahead.ts'

const loadLockScreen = () => import('./lock-screen.tsx').then(({ default: part }) => part)
const LockScreen = later(loadLockScreen)
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
          <Boundary resetKey={path} said={(failed) => <div className={styles.screen}>{failed}</div>}>
            <LockScreen userId={user.id} wasLocked={user.isLocked === true} />
          </Boundary>
        </Suspense>
      )}
    </>
  )
}
