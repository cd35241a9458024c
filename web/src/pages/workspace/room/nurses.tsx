import type { ChairOfRoom } from './day.ts'
import styles from './room.module.css'

const present = ['arrived', 'cleared', 'drawn up', 'checked', 'running', 'paused', 'stopped', 'recovering']

/** Who is at which chair, by the last entry of each visit. */
export function Nurses({ chairs }: { chairs: readonly ChairOfRoom[] }) {
  const byNurse = new Map<string, string[]>()
  for (const { name, rows } of chairs)
    for (const { visit } of rows)
      if (visit?.nurse && present.includes(visit.state)) byNurse.set(visit.nurse, [...(byNurse.get(visit.nurse) ?? []), name])
  return (
    <p className={styles.nurses}>
      {[...byNurse].map(([nurse, names]) => (
        <span key={nurse}>
          <b>{nurse}</b> {names.length === 1 ? 'chair' : 'chairs'} {names.join(' and ')}
        </span>
      ))}
    </p>
  )
}
