import { quantity } from '../quantity.ts'
import { defineGate, met, notMet, unknown } from '../visit/gate.ts'
import { book } from '../visit/infusion-amounts.ts'

export const bookClosed = defineGate({
  id: 'book-closed',
  title: 'Every milligram accounted for',
  asks: 'Given plus wasted equals drawn up',
  source: 'clinical reference 9.5, step 19',
  basis: 'proposed',
  check: ({ visit }, asOf) => {
    if (visit.state === 'running' || visit.state === 'paused') return unknown('the infusion is stopped', 'wait')
    const { openMg, givenMg, wastedMg } = book(visit, asOf)
    return visit.isBookClosed
      ? met({ value: `${quantity(givenMg, 'mg')} given, ${quantity(wastedMg, 'mg')} wasted` })
      : notMet(`${quantity(openMg, 'mg')} are wasted with a witness`, 'waste', { value: `${quantity(openMg, 'mg')} open` })
  },
  examples: [
    [{ act: 'discharge' }, 'met'],
    [{ act: 'discharge', stoppedEarly: true }, 'not-met'],
    [{ act: 'raise' }, 'unknown'],
  ],
})
