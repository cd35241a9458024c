import { isBy } from '../chart/latest-facts.ts'
import { defineGate, met, notMet } from '../visit/gate.ts'
import { entriesOf } from '../visit/infusion.ts'
import type { EventOf } from '../visit/infusion-events.ts'
import { type RecoveryScale, recoveryScores, recoveryTotal } from '../visit/recovery-score.ts'
import { saying } from '../words/saying.ts'

const score = (items: number[]) => ({ kind: 'recovery-score', scale: 'aldrete', items }) as const

type Total = { scale: RecoveryScale; total: number }
type Least = { scale: RecoveryScale; least: number }
const titleOf = (scale: RecoveryScale) => recoveryScores[scale].title

const says = {
  none: 'none charted',
  totals: ({ totals }: { totals: readonly Total[] }) => totals.map(({ scale, total }) => `${titleOf(scale)} ${total}`).join(', '),
  least: ({ scales }: { scales: readonly Least[] }) =>
    scales.map(({ scale, least }) => `${titleOf(scale)} is ${least} or more`).join(', '),
} as const
const said = saying(says)

export const recoveryScore = defineGate({
  id: 'recovery-score',
  title: 'Recovery scores',
  asks: 'Aldrete and PADSS 9 or more, if charted',
  source: 'Aldrete 1995; PADSS; clinical reference 9.5, step 21',
  basis: 'proposed',
  overridable: true,
  says,
  check: ({ visit, policy }, asOf) => {
    const latest = new Map<string, EventOf<'recovery-score'>>()
    for (const each of entriesOf(visit, 'recovery-score')) if (isBy(each.at, asOf)) latest.set(each.scale, each)
    const charted = [...latest.values()].map((each) => ({
      ...each,
      ...recoveryTotal(each.scale, each.items, policy.recoveryLeast),
    }))
    const low = charted.filter(({ isReached }) => !isReached)
    const last = (low.length > 0 ? low : charted).at(-1)
    if (!last) return met({ value: said('none') })
    const seen = {
      value: said('totals', { totals: charted.map(({ scale, total }) => ({ scale, total })) }),
      at: last.at,
      by: last.by,
    }
    const scales = low.map(({ scale, least }) => ({ scale, least }))
    return low.length === 0 ? met(seen) : notMet(said('least', { scales }), 'recovery-score', seen)
  },
  examples: [
    [{ act: 'discharge' }, 'met'],
    [{ act: 'discharge', log: [[3, score([2, 2, 2, 2, 1])]] }, 'met'],
    [{ act: 'discharge', log: [[3, score([2, 2, 2, 1, 1])]] }, 'not-met'],
    [
      {
        act: 'discharge',
        log: [
          [9, score([2, 2, 2, 1, 1])],
          [3, score([2, 2, 2, 2, 2])],
        ],
      },
      'met',
    ],
  ],
})
