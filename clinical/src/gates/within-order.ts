import { exact, plain } from '../exact.ts'
import { quantity } from '../quantity.ts'
import { defineGate, met, notMet } from '../visit/gate.ts'

export const withinOrder = defineGate({
  id: 'within-order',
  title: 'Within the order',
  asks: 'The pump is set at or below the ordered rate',
  source: 'clinical reference 9.3, rate against the order',
  basis: 'proposed',
  check: ({ askedMlPerHour, order }) => {
    const most = quantity(plain(exact(order.rateMlPerHour)), 'mL/h')
    if (askedMlPerHour === null) return met({ value: `at most ${most}` })
    const seen = { value: quantity(askedMlPerHour, 'mL/h') }
    return exact(askedMlPerHour).gt(order.rateMlPerHour)
      ? notMet(`it is at most ${most}, as ordered`, 'lower-rate', seen)
      : met(seen)
  },
  examples: [
    [{ act: 'raise', facts: { askedMlPerHour: '150' } }, 'met'],
    [{ act: 'raise', facts: { askedMlPerHour: '150.1' } }, 'not-met'],
    [{ act: 'resume', facts: { askedMlPerHour: '200' } }, 'not-met'],
  ],
})
