import { isBy } from '../chart/latest-facts.ts'
import { defineGate, met, notMet } from '../visit/gate.ts'
import { entriesOf } from '../visit/infusion.ts'
import type { EventOf } from '../visit/infusion-events.ts'
import { recoveryScores, recoveryTotal } from '../visit/recovery-score.ts'

const score = (items: number[]) => ({ kind: 'recovery-score', scale: 'aldrete', items }) as const

export const recoveryScore = defineGate({
  id: 'recovery-score',
  title: 'Recovery scores',
  asks: 'Aldrete and PADSS 9 or more, if charted',
  source: 'Aldrete 1995; PADSS; clinical reference 9.5, step 21',
  basis: 'proposed',
  overridable: true,
  check: ({ visit, policy }, asOf) => {
    const latest = new Map<string, EventOf<'recovery-score'>>()
    for (const each of entriesOf(visit, 'recovery-score')) if (isBy(each.at, asOf)) latest.set(each.scale, each)
    const charted = [...latest.values()].map((each) => ({
      ...each,
      ...recoveryTotal(each.scale, each.items, policy.recoveryLeast),
    }))
    const said = charted.map(({ scale, total }) => `${recoveryScores[scale].title} ${total}`).join(', ')
    const low = charted.filter(({ isReached }) => !isReached)
    const last = (low.length > 0 ? low : charted).at(-1)
    if (!last) return met({ value: 'none charted' })
    const seen = { value: said, at: last.at, by: last.by }
    const words = low.map(({ scale, least }) => `${recoveryScores[scale].title} is ${least} or more`).join(', ')
    return low.length === 0 ? met(seen) : notMet(words, 'recovery-score', seen)
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
