import type { CSSProperties, DragEvent } from 'react'
import type { DeskAppointment, DeskTime } from '../../../data/desk.ts'
import styles from './desk.module.css'
import type { GridProps } from './grid-props.ts'
import { lengthOf, roomFor, startsIn } from './scale.ts'

type FreeProps = Pick<GridProps, 'desk' | 'onPlace'> & {
  free: DeskTime
  style: CSSProperties
  /** What is moved or looked at; it can be dropped here where it has room. */
  moving: DeskAppointment | null
  /** Time runs down in a day, across in a week. */
  runs: 'down' | 'across'
}

/** A free stretch: something may be dropped on it, at the quarter hour under the hand. */
export function Free({ desk, free, style, moving, runs, onPlace }: FreeProps) {
  const takes = moving?.isToCome && roomFor(desk, moving).includes(free) ? moving : null
  const drop = (event: DragEvent<HTMLElement>) => {
    event.preventDefault()
    if (!takes) return
    const { top, left, height, width } = event.currentTarget.getBoundingClientRect()
    const part = runs === 'down' ? (event.clientY - top) / height : (event.clientX - left) / width
    const wanted = Date.parse(free.start) + Math.min(1, Math.max(0, part)) * lengthOf(free)
    const far = (start: string) => Math.abs(Date.parse(start) - wanted)
    const [nearest] = startsIn(free, lengthOf(takes)).toSorted((one, other) => far(one) - far(other))
    if (nearest) onPlace({ placeId: free.placeId, start: nearest })
  }
  return (
    <fieldset
      aria-label="free"
      className={styles.free}
      style={style}
      data-takes={takes ? true : undefined}
      onDragOver={(event) => takes && event.preventDefault()}
      onDrop={drop}
    >
      {runs === 'down' && <span>free</span>}
    </fieldset>
  )
}
