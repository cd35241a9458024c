import { quantity } from '../quantity.ts'
import { defineGate, met, notMet, unknown } from '../visit/gate.ts'
import { book } from '../visit/infusion-amounts.ts'
import { saying } from '../words/saying.ts'

const says = {
  stop: 'the infusion is stopped',
  counted: ({ givenMg, wastedMg }: { givenMg: string; wastedMg: string }) =>
    `${quantity(givenMg, 'mg')} given, ${quantity(wastedMg, 'mg')} wasted`,
  waste: ({ openMg }: { openMg: string }) => `${quantity(openMg, 'mg')} are wasted with a witness`,
  open: ({ openMg }: { openMg: string }) => `${quantity(openMg, 'mg')} open`,
} as const
const said = saying(says)

export const bookClosed = defineGate({
  id: 'book-closed',
  title: 'Every milligram accounted for',
  asks: 'Given plus wasted equals drawn up',
  source: 'clinical reference 9.5, step 19',
  basis: 'proposed',
  says,
  check: ({ visit }, asOf) => {
    if (visit.state === 'running' || visit.state === 'paused') return unknown(said('stop'), 'wait')
    const { openMg, givenMg, wastedMg } = book(visit, asOf)
    return visit.isBookClosed
      ? met({ value: said('counted', { givenMg, wastedMg }) })
      : notMet(said('waste', { openMg }), 'waste', { value: said('open', { openMg }) })
  },
  examples: [
    [{ act: 'discharge' }, 'met'],
    [{ act: 'discharge', stoppedEarly: true }, 'not-met'],
    [{ act: 'raise' }, 'unknown'],
  ],
})
