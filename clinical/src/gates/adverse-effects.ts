import { defineVisitGate, met, unknown } from '../visit/gate.ts'
import { saying } from '../words/saying.ts'

const says = {
  chart: 'side effects are charted, yes or none',
  none: 'none',
  charted: ({ count }: { count: number }) => `${count} charted`,
} as const
const said = saying(says)

export const adverseEffects = defineVisitGate({
  id: 'adverse-effects',
  title: 'Side effects, yes or none',
  asks: 'Charted, yes or none',
  source: 'clinical reference 9.5, step 25',
  basis: 'proposed',
  overridable: true,
  says,
  check: ({ visit: { adverseEffects: answer, entries } }) => {
    if (answer === 'not answered') return unknown(said('chart'), 'effects')
    const last = entries.findLast(({ event }) => event.kind === 'adverse-effect' || event.kind === 'no-adverse-effects')?.event
    return met({
      value: answer === 'none' ? said('none') : said('charted', { count: answer.length }),
      at: last?.at ?? null,
      by: last?.by ?? null,
    })
  },
  examples: [
    [{ act: 'discharge' }, 'unknown'],
    [{ act: 'discharge', log: [[5, { kind: 'no-adverse-effects' }]] }, 'met'],
  ],
})
