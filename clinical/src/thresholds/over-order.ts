import { exact } from '../exact.ts'
import { quantity } from '../quantity.ts'
import { defineThreshold } from '../visit/threshold.ts'

const isOver = (value: string | undefined, most: string | undefined, times = '1') =>
  value !== undefined && most !== undefined && exact(value).gt(exact(most).times(times))

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
  check: ({ rateMgPerHour, orderedMgPerHour, capMgPerHour, givenMg, orderedMg }) => {
    const rate = quantity(rateMgPerHour ?? '', 'mg/h')
    if (isOver(rateMgPerHour, capMgPerHour))
      return { level: 'stop', reading: `${rate}, cap ${quantity(capMgPerHour ?? '', 'mg/h')}` }
    if (isOver(rateMgPerHour, orderedMgPerHour, '1.02'))
      return { level: 'call', reading: `${rate}, ordered ${quantity(orderedMgPerHour ?? '', 'mg/h')}` }
    if (isOver(givenMg, orderedMg, '1.02'))
      return { level: 'call', reading: `${quantity(givenMg ?? '', 'mg')} given, ordered ${quantity(orderedMg ?? '', 'mg')}` }
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
