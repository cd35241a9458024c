import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import styles from './walk.module.css'

/** A part of a chart as it is heard: the whole, its axes, its lines, and their points. */
export type Part = { says: string; inside?: readonly Part[] }

type Path = readonly number[]

const partAt = (whole: Part, path: Path): Part | undefined => path.reduce<Part | undefined>((part, i) => part?.inside?.[i], whole)

/** Where a key leads from a part of the chart; the same place where there is nothing further. */
export function stepFrom(whole: Part, path: Path, key: string): Path {
  const [above, last] = [path.slice(0, -1), path.at(-1)]
  const beside = last === undefined ? 0 : (partAt(whole, above)?.inside?.length ?? 0) - 1
  const to = (i: number) => (last === undefined ? path : [...above, Math.max(0, Math.min(beside, i))])
  if (key === 'ArrowRight') return partAt(whole, path)?.inside?.length ? [...path, 0] : path
  if (key === 'ArrowLeft') return above
  if (key === 'ArrowDown') return last === undefined ? stepFrom(whole, path, 'ArrowRight') : to(last + 1)
  if (key === 'ArrowUp') return last === 0 ? above : to((last ?? 0) - 1)
  if (key === 'Home') return to(0)
  if (key === 'End') return to(beside)
  return path
}

type WalkProps = {
  whole: Part
  /** How it is walked, said with the whole. */
  how: string
}

/** A chart that is walked by keys: down through its parts, right into one, left out of it again. */
export function Walk({ whole, how }: WalkProps) {
  const [path, setPath] = useState<Path>([])
  const tree = useRef<HTMLDivElement>(null)
  // A setting may have left the chart with fewer points than before.
  const here = partAt(whole, path) ? path : []
  const onKey = (event: KeyboardEvent) => {
    const next = stepFrom(whole, here, event.key)
    if (next === here || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    setPath(next)
    tree.current?.querySelector<HTMLElement>(`[data-path="${next.join('-')}"]`)?.focus()
  }
  return (
    <div ref={tree} role="tree" className={styles.walk} aria-label={how} onKeyDown={onKey}>
      <Item part={whole} path={[]} here={here} />
    </div>
  )
}

const branch = { role: 'group' } as const
const Group = ({ children }: { children: ReactNode }) => <div {...branch}>{children}</div>

type ItemProps = { part: Part; path: Path; here: Path }

function Item({ part, path, here }: ItemProps) {
  const { says, inside = [] } = part
  const isHere = path.join() === here.join()
  const isOpen = path.length <= here.length && path.every((each, i) => each === here[i])
  return (
    <div
      role="treeitem"
      data-path={path.join('-')}
      tabIndex={isHere ? 0 : -1}
      aria-selected={isHere}
      {...(inside.length > 0 ? { 'aria-expanded': isOpen } : {})}
      aria-label={says}
    >
      <span aria-hidden="true">{says}</span>
      {inside.length > 0 && (
        <Group>
          {inside.map((each, i) => (
            <Item key={each.says} part={each} path={[...path, i]} here={here} />
          ))}
        </Group>
      )}
    </div>
  )
}
