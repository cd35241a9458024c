import { memo, type ReactNode, useEffect, useRef, useState } from 'react'
import styles from './chart.module.css'

/** The same numbers as the picture, for hearing and for copying. */
export type Twin = {
  /** What opens it; staff read "As a table". */
  summary?: string
  caption: string
  head: readonly string[]
  rows: readonly (readonly (string | number)[])[]
}

type ChartProps = {
  /** What the picture shows, in one sentence, for those who hear it. */
  label: string
  /** Model, version, population, and what is not modeled. */
  caption?: ReactNode
  twin?: Twin
  /** Width in px until the room for it is known. */
  width: number
  /** Narrower than this it is not drawn: it scrolls sideways instead. */
  least?: number
  /** Where it scrolls sideways, this place is on the screen first: a share of the width, 0 to 1. */
  lookAt?: number | undefined
  /** Drawn over the left edge while the picture scrolls sideways under it: what each panel is called. */
  pinned?: (width: number) => ReactNode
  children: (width: number) => ReactNode
}

// What scrolls must be reachable by key.
const scrolls = { tabIndex: 0 } as const

/** A picture with its caption and its twin in figures; drawn again for the room it has. */
export function Chart({ label, caption, twin, width, least = 0, lookAt, pinned, children }: ChartProps) {
  const { ref, room } = useRoom(width)
  const sideways = useRef<HTMLElement>(null)
  const isSideways = room < least
  useEffect(() => {
    const box = sideways.current
    if (isSideways && box && lookAt !== undefined) box.scrollLeft = lookAt * box.scrollWidth - box.clientWidth * 0.7
  }, [isSideways, lookAt])
  return (
    <figure className={styles.chart} aria-label={label}>
      <div ref={ref}>
        {room >= least ? (
          children(room)
        ) : (
          <section ref={sideways} className={styles.sideways} aria-label={`${label}, scrolls sideways`} {...scrolls}>
            {pinned && (
              <div className={styles.pinned} aria-hidden="true">
                {pinned(least)}
              </div>
            )}
            <div style={{ width: least }}>{children(least)}</div>
          </section>
        )}
      </div>
      {caption && <figcaption className={styles.caption}>{caption}</figcaption>}
      {twin && <TwinTable twin={twin} />}
    </figure>
  )
}

/** Drawn again only with other figures: a long table is dearer than its picture. */
const TwinTable = memo(({ twin }: { twin: Twin }) => (
  <details className={styles.twin}>
    <summary>{twin.summary ?? 'As a table'}</summary>
    <section className={styles.scroll} aria-label={twin.caption} {...scrolls}>
      <table>
        <caption>{twin.caption}</caption>
        <thead>
          <tr>
            {twin.head.map((each) => (
              <th key={each} scope="col">
                {each}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {twin.rows.map((row) => (
            <tr key={row.join(' ')}>
              {row.map((cell, j) => (
                <td key={twin.head[j]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  </details>
))

/** The width the element really has, in px; `initial` on the server and until it is measured. */
export function useRoom(initial: number) {
  const ref = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState(initial)
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const observer = new ResizeObserver(([entry]) => {
      const width = Math.floor(entry?.contentRect.width ?? 0)
      if (width > 0) setRoom(width)
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return { ref, room }
}
