import { exact } from '../exact.ts'
import { quantity } from '../quantity.ts'
import { defineThreshold } from '../visit/threshold.ts'
import { saying } from '../words/saying.ts'

const isOver = (value: string | undefined, most: string | undefined, times = '1') =>
  value !== undefined && most !== undefined && exact(value).gt(exact(most).times(times))

const says = {
  cap: ({ rateMgPerHour, cap }: { rateMgPerHour: string; cap: string }) =>
    `${quantity(rateMgPerHour, 'mg/h')}, cap ${quantity(cap, 'mg/h')}`,
  rate: ({ rateMgPerHour, ordered }: { rateMgPerHour: string; ordered: string }) =>
    `${quantity(rateMgPerHour, 'mg/h')}, ordered ${quantity(ordered, 'mg/h')}`,
  total: ({ givenMg, orderedMg }: { givenMg: string; orderedMg: string }) =>
    `${quantity(givenMg, 'mg')} given, ordered ${quantity(orderedMg, 'mg')}`,
} as const
const said = saying(says)

export const overOrder = defineThreshold({
  id: 'over-order',
  title: 'Rate or total against the order',
  source: 'clinical reference 9.3: 2 % over the order, or over the cap',
  basis: 'proposed',
  unit: 'mg',
  reads: ['rateMgPerHour', 'orderedMgPerHour', 'capMgPerHour', 'givenMg', 'orderedMg'],
  policy: {
    call: 'More than 2 % over the ordered rate or total: call the prescriber.',
    stop: 'Over the cap of the protocol: stop the infusion and call the prescriber.',
  },
  says,
  check: ({ rateMgPerHour, orderedMgPerHour, capMgPerHour, givenMg, orderedMg }) => {
    const rate = rateMgPerHour ?? ''
    if (isOver(rateMgPerHour, capMgPerHour))
      return { level: 'stop', reading: said('cap', { rateMgPerHour: rate, cap: capMgPerHour ?? '' }) }
    if (isOver(rateMgPerHour, orderedMgPerHour, '1.02'))
      return { level: 'call', reading: said('rate', { rateMgPerHour: rate, ordered: orderedMgPerHour ?? '' }) }
    if (isOver(givenMg, orderedMg, '1.02'))
      return { level: 'call', reading: said('total', { givenMg: givenMg ?? '', orderedMg: orderedMg ?? '' }) }
    return null
  },
  examples: [
    [{ now: { rateMgPerHour: '25', orderedMgPerHour: '25', capMgPerHour: '25' } }, null],
    [{ now: { rateMgPerHour: '25.01', orderedMgPerHour: '25', capMgPerHour: '25' } }, 'stop'],
    [{ now: { rateMgPerHour: '53.55', orderedMgPerHour: '52.5' } }, null],
    [{ now: { rateMgPerHour: '53.56', orderedMgPerHour: '52.5' } }, 'call'],
    [{ now: { givenMg: '35.7', orderedMg: '35' } }, null],
    [{ now: { givenMg: '35.71', orderedMg: '35' } }, 'call'],
  ],
})
