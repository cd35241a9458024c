import { quantity } from '../quantity.ts'
import { defineGate, met, unknown } from '../visit/gate.ts'
import { saying } from '../words/saying.ts'

const read = (totalMl: string | null, reason: string | null = null) => ({ kind: 'pump-read', totalMl, reason }) as const

const says = {
  'never-ran': 'the pump never ran',
  'stand-still': 'the pump stands still and its total is read',
  read: 'its total is read from the display',
  total: ({ totalMl }: { totalMl: string }) => quantity(totalMl, 'mL'),
  unread: ({ why }: { why: string | null }) => `cannot be read: ${why ?? 'no reason'}`,
} as const
const said = saying(says)

export const pumpTotal = defineGate({
  id: 'pump-total',
  title: 'Pump total, read',
  asks: 'Read from the display after the pump last ran, or why it cannot be read',
  source: 'clinical reference 9.5, steps 18 and 19: what is left, and waste, hang on what went in',
  basis: 'proposed',
  says,
  check: ({ visit: { startedAt, rateMlPerHour, pumpTotal: total } }) => {
    if (startedAt === null) return met({ value: said('never-ran') })
    if (rateMlPerHour !== '0') return unknown(said('stand-still'), 'pump-total')
    if (!total) return unknown(said('read'), 'pump-total')
    const { totalMl, reason, at, by } = total
    return met({ value: totalMl === null ? said('unread', { why: reason }) : said('total', { totalMl }), at, by })
  },
  examples: [
    [{ act: 'discharge' }, 'met'],
    [{ act: 'discharge', without: ['pump-read'] }, 'unknown'],
    [{ act: 'waste', without: ['pump-read'] }, 'unknown'],
    [{ act: 'waste', without: ['pump-read'], log: [[3, read('50')]] }, 'met'],
    [{ act: 'waste', without: ['pump-read'], log: [[3, read(null, 'dead display')]] }, 'met'],
    // What the display said while the pump still ran is not its total.
    [{ act: 'waste', without: ['pump-read'], log: [[92, read('50')]] }, 'unknown'],
    [{ act: 'draw-up' }, 'met'],
    [{ act: 'raise' }, 'unknown'],
    // Read while it was paused, and stopped without having run again.
    [
      {
        act: 'resume',
        log: [
          [2, read('50')],
          [1, { kind: 'stopped', reason: 'done' }],
        ],
      },
      'met',
    ],
    [
      {
        act: 'resume',
        log: [
          [2, read('50')],
          [1, { kind: 'resumed', rateMlPerHour: '100' }],
          [0, { kind: 'stopped', reason: 'done' }],
        ],
      },
      'unknown',
    ],
  ],
})
