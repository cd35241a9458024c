import { type Policies, usualPolicies } from '@dripline/clinical'
import { usePolicies } from '../../../data/people.ts'
import type { ChairOfRoom } from './day.ts'
import styles from './room.module.css'

const present = ['arrived', 'cleared', 'drawn up', 'checked', 'running', 'paused', 'stopped', 'recovering']

/** Why one patient takes more of a nurse than another; null for an ordinary one. */
const wholeNurse = (row: ChairOfRoom['rows'][number]): string | null => {
  if (row.visit?.state === 'paused') return 'paused'
  if (row.visit?.level) return 'past a limit'
  return row.number === 1 && row.visit?.startedAt ? 'first session' : null
}

type Load = { chairs: string[]; weight: number; why: string | null }

/** What each nurse has taken, as a share of what one nurse may watch; chairs that nobody has taken stand under null. */
export function loadsOf(
  chairs: readonly ChairOfRoom[],
  { patientsPerNurse, patientsAlone }: Policies['staffing'] = usualPolicies.staffing,
): Map<string | null, Load> {
  const loads = new Map<string | null, Load>()
  for (const { name, rows } of chairs)
    for (const row of rows) {
      if (!row.visit || !present.includes(row.visit.state)) continue
      const before = loads.get(row.visit.nurse) ?? { chairs: [], weight: 0, why: null }
      const why = wholeNurse(row)
      loads.set(row.visit.nurse, {
        chairs: [...before.chairs, name],
        weight: before.weight + 1 / (why ? patientsAlone : patientsPerNurse),
        why: before.why ?? why,
      })
    }
  return loads
}

const say = (names: readonly string[]) => `${names.length === 1 ? 'chair' : 'chairs'} ${names.join(' and ')}`

/** Who has taken which chairs, and how full that is; nobody is a nurse of a chair by charting on it. */
export function Nurses({ chairs }: { chairs: readonly ChairOfRoom[] }) {
  const { staffing } = usePolicies()
  const loads = [...loadsOf(chairs, staffing)]
  return (
    <p className={styles.nurses}>
      {loads.map(([nurse, { chairs: names, weight, why }]) => (
        <span key={nurse ?? 'nobody'} data-over={nurse === null || weight > 1 || undefined}>
          <b>{nurse ?? 'No nurse has taken'}</b> {say(names)}
          {nurse !== null && why && names.length === 1 && ` only: ${why}`}
          {nurse !== null && weight > 1 && ', more than one nurse can watch'}
        </span>
      ))}
      <span className={styles.end}>
        At most {staffing.patientsPerNurse} patients per nurse; {staffing.patientsAlone} if in a first session, paused or past a
        limit.
      </span>
    </p>
  )
}
