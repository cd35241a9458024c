import type { ReactNode } from 'react'
import styles from './scene.module.css'

/** A drawing of twenty, in rows; its numbers are said in one sentence. */
export const Twenty = ({ label, says, children }: { label: string; says: string; children: ReactNode }) => (
  <figure className={styles.scene}>
    <div role="img" aria-label={label}>
      {children}
    </div>
    <figcaption>{says}</figcaption>
  </figure>
)

const twenty = Array.from({ length: 20 }, (_, i) => i)

type RowProps = {
  title?: string
  filled: number
  /** In doubt, yet more likely filled than not. */
  likely?: number
  doubtful?: number
  open: 'cork' | 'empty' | 'person'
}

/** Twenty marks: filled, in doubt, and the rest drawn just as large. */
export const TwentyRow = ({ title, filled, likely = 0, doubtful = 0, open }: RowProps) => (
  <div className={styles.row}>
    {title && (
      <p>
        <b>{filled}</b> · {title}
      </p>
    )}
    <svg viewBox="0 0 300 64" className={styles.marks} aria-hidden="true">
      {twenty.map((i) => {
        const state = stateOf(i, [filled, likely, doubtful])
        return <Mark key={i} x={15 + (i % 10) * 30} y={16 + Math.floor(i / 10) * 32} state={state} open={open} />
      })}
    </svg>
  </div>
)

const states = ['filled', 'likely', 'doubtful'] as const
type State = (typeof states)[number] | 'open'

/** Of how many there are of each state, one after the other, which the n-th is. */
const stateOf = (i: number, counts: readonly number[]): State =>
  counts.flatMap((count, j) => Array.from({ length: count }, () => states[j] ?? 'open'))[i] ?? 'open'

type MarkProps = { x: number; y: number; state: State; open: RowProps['open'] }

function Mark({ x, y, state, open }: MarkProps) {
  const isDoubtful = state === 'likely' || state === 'doubtful'
  const ink = isDoubtful ? 'var(--dl-ink-effect)' : state === 'filled' ? 'var(--dl-accent)' : 'var(--dl-ink)'
  const shape = {
    fill: state === 'filled' ? ink : state === 'likely' ? 'color-mix(in srgb, var(--dl-ink-effect) 32%, transparent)' : 'none',
    stroke: ink,
    strokeWidth: 1.75,
    ...(isDoubtful ? { strokeDasharray: '4 3' } : {}),
  }
  if (open === 'person') return <circle cx={x} cy={y} r={10.5} {...shape} />
  return (
    <>
      <rect x={x - 10.5} y={y - 10.5} width={21} height={21} rx={5} {...shape} />
      {state === 'open' && open === 'cork' && <circle cx={x} cy={y} r={5} fill="var(--dl-ink-plasma)" />}
    </>
  )
}
