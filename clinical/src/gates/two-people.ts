import { exact } from '../exact.ts'
import { quantity } from '../quantity.ts'
import { defineGate, met, notMet, unknown } from '../visit/gate.ts'

export const twoPeople = defineGate({
  id: 'two-people',
  title: 'Second check matches',
  asks: 'Two people read syringe and pump independently; the pump is set as ordered',
  source: 'clinical reference 9.5, step 12',
  basis: 'proposed',
  check: ({ visit: { check, drawnUp }, order }) => {
    if (check.kind === 'none') return unknown('two people read syringe and pump', 'second-check')
    if (check.kind === 'one')
      return unknown('a second person reads them', 'second-check', { value: 'one reading', at: check.since, by: check.by })
    if (check.kind === 'differ') return notMet('both readings match', 'second-check', { value: 'readings differ' })
    const seen = {
      value: `two readings, ${quantity(check.rateMlPerHour, 'mL/h')}`,
      at: drawnUp?.at ?? null,
      by: check.by[0] ?? null,
    }
    return exact(check.rateMlPerHour).eq(order.rateMlPerHour)
      ? met(seen)
      : notMet(
          `the pump is set to ${quantity(exact(order.rateMlPerHour).toFixed(), 'mL/h')}, as ordered, and both read it`,
          'send-back',
          seen,
        )
  },
  examples: [
    [{}, 'met'],
    [{ without: ['second-check'] }, 'unknown'],
    [{ without: ['second-check'], log: [[4, { kind: 'second-check', syringeMl: '0.72', rateMlPerHour: '150' }]] }, 'unknown'],
    [{ log: [[1, { kind: 'second-check', syringeMl: '7.2', rateMlPerHour: '150' }]] }, 'not-met'],
    [{ order: { rateMlPerHour: '140' } }, 'not-met'],
  ],
})
