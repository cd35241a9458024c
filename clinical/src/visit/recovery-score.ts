import { discharge } from '../policies/discharge.ts'
import { usual } from '../policy.ts'

/** Recovery scores, five items of 0 to 2. Item names are ours; the scales are cited. */
export const recoveryScores = {
  aldrete: {
    title: 'Aldrete',
    items: ['Activity', 'Breathing', 'Circulation', 'Awake', 'SpO₂, room air'],
    means: 'leaves the first phase of recovery',
    source: 'Aldrete 1995, modified; clinical reference 3.3',
  },
  padss: {
    title: 'PADSS',
    items: ['Signs near start', 'Gait and mind', 'Pain, nausea', 'Bleeding', 'Drank and voided'],
    means: 'may go home',
    source: 'post-anesthetic discharge scoring system; clinical reference 3.3',
  },
} as const

export type RecoveryScale = keyof typeof recoveryScores

/** The total that each scale must reach. */
export type RecoveryLeast = Readonly<Record<RecoveryScale, number>>
const usualLeast: RecoveryLeast = { aldrete: usual(discharge).aldreteLeast, padss: usual(discharge).padssLeast }

/** Sum of the items, and whether it reaches the scale's threshold. */
export function recoveryTotal(
  scale: RecoveryScale,
  items: readonly number[],
  least: RecoveryLeast = usualLeast,
): { total: number; isReached: boolean; least: number } {
  const total = items.reduce((sum, item) => sum + item, 0)
  return { total, isReached: total >= least[scale], least: least[scale] }
}
