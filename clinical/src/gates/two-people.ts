import { exact } from '../exact.ts'
import { quantity } from '../quantity.ts'
import { defineGate, met, notMet, unknown } from '../visit/gate.ts'
import { saying } from '../words/saying.ts'

const says = {
  read: 'two people read syringe and pump',
  second: 'a second person reads them',
  one: 'one reading',
  match: 'both readings match',
  differ: 'readings differ',
  two: ({ rateMlPerHour }: { rateMlPerHour: string }) => `two readings, ${quantity(rateMlPerHour, 'mL/h')}`,
  'as-ordered': ({ rateMlPerHour }: { rateMlPerHour: string }) =>
    `the pump is set to ${quantity(rateMlPerHour, 'mL/h')}, as ordered, and both read it`,
} as const
const said = saying(says)

export const twoPeople = defineGate({
  id: 'two-people',
  title: 'Second check matches',
  asks: 'Two people read syringe and pump independently; the pump is set as ordered',
  source: 'clinical reference 9.5, step 12',
  basis: 'proposed',
  says,
  check: ({ visit: { check, drawnUp }, order }) => {
    if (check.kind === 'none') return unknown(said('read'), 'second-check')
    if (check.kind === 'one')
      return unknown(said('second'), 'second-check', { value: said('one'), at: check.since, by: check.by })
    if (check.kind === 'differ') return notMet(said('match'), 'second-check', { value: said('differ') })
    const seen = {
      value: said('two', { rateMlPerHour: check.rateMlPerHour }),
      at: drawnUp?.at ?? null,
      by: check.by[0] ?? null,
    }
    return exact(check.rateMlPerHour).eq(order.rateMlPerHour)
      ? met(seen)
      : notMet(said('as-ordered', { rateMlPerHour: exact(order.rateMlPerHour).toFixed() }), 'send-back', seen)
  },
  examples: [
    [{}, 'met'],
    [{ without: ['second-check'] }, 'unknown'],
    [{ without: ['second-check'], log: [[4, { kind: 'second-check', syringeMl: '0.72', rateMlPerHour: '150' }]] }, 'unknown'],
    [{ log: [[1, { kind: 'second-check', syringeMl: '7.2', rateMlPerHour: '150' }]] }, 'not-met'],
    [{ order: { rateMlPerHour: '140' } }, 'not-met'],
  ],
})
