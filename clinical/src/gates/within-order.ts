import { exact, plain } from '../exact.ts'
import { quantity } from '../quantity.ts'
import { defineGate, met, notMet } from '../visit/gate.ts'
import { saying } from '../words/saying.ts'

type Rate = { rateMlPerHour: string }

const says = {
  most: ({ rateMlPerHour }: Rate) => `at most ${quantity(rateMlPerHour, 'mL/h')}`,
  asked: ({ rateMlPerHour }: Rate) => quantity(rateMlPerHour, 'mL/h'),
  lower: ({ rateMlPerHour }: Rate) => `it is at most ${quantity(rateMlPerHour, 'mL/h')}, as ordered`,
} as const
const said = saying(says)

export const withinOrder = defineGate({
  id: 'within-order',
  title: 'Within the order',
  asks: 'The pump is set at or below the ordered rate',
  source: 'clinical reference 9.3, rate against the order',
  basis: 'proposed',
  says,
  check: ({ askedMlPerHour, order }) => {
    const most = { rateMlPerHour: plain(exact(order.rateMlPerHour)) }
    if (askedMlPerHour === null) return met({ value: said('most', most) })
    const seen = { value: said('asked', { rateMlPerHour: askedMlPerHour }) }
    return exact(askedMlPerHour).gt(order.rateMlPerHour) ? notMet(said('lower', most), 'lower-rate', seen) : met(seen)
  },
  examples: [
    [{ act: 'raise', facts: { askedMlPerHour: '150' } }, 'met'],
    [{ act: 'raise', facts: { askedMlPerHour: '150.1' } }, 'not-met'],
    [{ act: 'resume', facts: { askedMlPerHour: '200' } }, 'not-met'],
  ],
})
