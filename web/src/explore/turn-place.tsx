import type { ReactNode } from 'react'
import { usePageData } from '../data/page-data.ts'
import { usePlace } from '../ui/place.ts'
import styles from './explore.module.css'
import type { Numbers } from './turn.ts'
import { turns } from './turns.ts'

type PlaceProps = { scene: string; children: ReactNode }

/** Where a drawing stands: still for paper and without script, and, on a page that is played, with the numbers it is played from. */
export function TurnPlace({ scene, children }: PlaceProps) {
  const { page } = usePlace()
  const numbers = turns[scene]
  if (!numbers || page?.script !== 'explore') return children
  return (
    <PlayedPlace scene={scene} numbers={numbers()}>
      {children}
    </PlayedPlace>
  )
}

type PlayedProps = { scene: string; numbers: Numbers; children: ReactNode }

/** Where something is played from numbers of its own, over what stands there without script. */
export const PlayedPlace = ({ scene, numbers, children }: PlayedProps) => (
  <div className={styles.turn} data-turn={scene} data-numbers={JSON.stringify(numbers)}>
    <div className={styles.still}>{children}</div>
  </div>
)

/** The one place of a page in which a turn says what a setting has changed; and in whose language. */
export function Says() {
  const { tongue, approved } = usePageData().frame
  return <p id="says" role="status" className="heard" data-reader={JSON.stringify({ tongue, approved })} />
}
