import { defineGate, met, unknown } from '../gate.ts'

export const adverseEffects = defineGate({
  id: 'adverse-effects',
  title: 'Side effects, yes or none',
  asks: 'Answered, not left open',
  source: 'clinical reference 9.5, step 25',
  basis: 'proposed',
  overridable: true,
  check: ({ visit: { adverseEffects: answer, entries } }) => {
    if (answer === 'not answered') return unknown('it is answered with yes or none', 'effects')
    const last = entries.findLast(({ event }) => event.kind === 'adverse-effect' || event.kind === 'no-adverse-effects')?.event
    return met({ value: answer === 'none' ? 'none' : `${answer.length} written`, at: last?.at ?? null, by: last?.by ?? null })
  },
  examples: [
    [{ act: 'discharge' }, 'unknown'],
    [{ act: 'discharge', log: [[5, { kind: 'no-adverse-effects' }]] }, 'met'],
  ],
})
