/** Recovery scores, five items of 0 to 2. Item names are ours; the scales are cited. */
export const recoveryScores = {
  aldrete: {
    title: 'Aldrete',
    items: ['Activity', 'Breathing', 'Circulation', 'Awake', 'SpO₂, room air'],
    least: 9,
    means: 'leaves the first phase of recovery',
    source: 'Aldrete 1995, modified; clinical reference 3.3',
  },
  padss: {
    title: 'PADSS',
    items: ['Signs near start', 'Gait and mind', 'Pain, nausea', 'Bleeding', 'Drank and voided'],
    least: 9,
    means: 'may go home',
    source: 'post-anesthetic discharge scoring system; clinical reference 3.3',
  },
} as const

export type RecoveryScale = keyof typeof recoveryScores

/** Sum of the items, and whether it reaches the scale's threshold. */
export function recoveryTotal(scale: RecoveryScale, items: readonly number[]): { total: number; isReached: boolean } {
  const total = items.reduce((sum, item) => sum + item, 0)
  return { total, isReached: total >= recoveryScores[scale].least }
}
