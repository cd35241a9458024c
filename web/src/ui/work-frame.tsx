import { Outlet } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { usePageData } from '../data/page-data.ts'
import { useWaiting } from '../data/waiting.ts'
import { AlertBadge } from './alert-badge.tsx'
import { FindPatient } from './find-patient.tsx'
import styles from './frame.module.css'
import { KeyList } from './key-list.tsx'
import { MainPart } from './main-part.tsx'
import { menuOf, workPlaces } from './menu.ts'
import { usePlace } from './place.ts'
import { Places } from './places.tsx'
import { Brand } from './public-frame.tsx'
import { Time } from './time.tsx'
import { UserMenu } from './user-menu.tsx'

// What waits under a place of the menu, and how a screen reader says it.
const waitsFor = { Calls: ['desk', 'wait for the desk'], Plans: ['plans', 'wait for a plan'] } as const

function Waits({ label }: { label: string }) {
  const waiting = useWaiting()
  if (label !== 'Calls' && label !== 'Plans') return null
  const [what, words] = waitsFor[label]
  return waiting[what] > 0 ? (
    <>
      {' '}
      <b className={styles.count}>
        {waiting[what]}
        <span className="heard"> {words}</span>
      </b>
    </>
  ) : null
}

/** The top bar of the workspace. Somebody who is not signed in sees only whose clinic this is. */
export default function WorkFrame({ children }: { children?: ReactNode }) {
  const { clinic, user, now } = usePageData().frame
  const { pages } = usePlace()
  const today = clinic.simulatedClock ?? now
  const menu = user && !user.isBare ? menuOf(pages, workPlaces, 'work', user.roles) : []
  return (
    <>
      <header className={styles.bar}>
        <Brand href={user && !user.isBare ? '/room' : '/'} />
        <Places label="Workspace" menu="Menu" places={menu} beside={(label) => <Waits label={label} />} />
        <div className={styles.right}>
          {user ? (
            <>
              {!user.isBare && (
                <>
                  <AlertBadge />
                  <FindPatient />
                  <KeyList />
                </>
              )}
              <UserMenu user={user} />
            </>
          ) : (
            clinic.simulated &&
            today && (
              <span>
                <Time at={today} form="full day and time" /> on the clinic’s own clock
              </span>
            )
          )}
        </div>
      </header>
      <MainPart>{children ?? <Outlet />}</MainPart>
    </>
  )
}
