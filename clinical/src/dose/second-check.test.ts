import { describe, expect, test } from 'vitest'
import { usualPolicies } from '../policies.ts'
import type { EventBody, SessionEvent } from '../visit/infusion-events.ts'
import { type CheckedOrder, isCheckOpen, secondCheck, seenBy } from './second-check.ts'

const order: CheckedOrder = { id: 'order', infusateMg: '35', syringeMl: '0.7', rateMlPerHour: '150' }
const right = { infusateMg: '35', syringeMl: '0.7', rateMlPerHour: '150', vials: [{ vialId: 'v1', ml: '0.7' }] }
type Read = Partial<typeof right & { orderId: string }>
type Step = readonly [minute: number, by: string, read: Read | 'taken-back' | 'opened' | 'sent-back' | 'drawn-up']

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 15) + minute * 60_000).toISOString()
const identifiers: [string, string] = ['full name', 'date of birth']

const bodyOf = (step: Step[2]): EventBody => {
  if (step === 'taken-back') return { kind: 'check-taken-back' }
  if (step === 'opened') return { kind: 'check-opened' }
  if (step === 'sent-back') return { kind: 'sent-back', reason: 'weight' }
  if (step === 'drawn-up')
    return { kind: 'drawn-up', vials: right.vials, infusateMg: '35', syringeMl: '0.7', finalMl: '100', witness: 'larkspur' }
  return { kind: 'check-reading', orderId: 'order', identifiers, proofId: null, ...right, ...step }
}
const events = (steps: readonly Step[]): SessionEvent[] =>
  steps.map(([minute, by, step], i) => ({ ...bodyOf(step), id: `e${i}`, at: at(minute), enteredAt: at(minute), by }))
const checked = (steps: readonly Step[], asOf = Math.max(0, ...steps.map(([minute]) => minute))) =>
  secondCheck(events(steps), order, at(asOf))

describe('the second check is two records', () => {
  test('a reading waits for the other one as long as the clinic says', () => {
    const read = events([
      [0, 'wren', {}],
      [12, 'larkspur', {}],
    ])
    const kindUnder = (readingHoldsMinutes: number) => secondCheck(read, order, at(12), { readingHoldsMinutes }).kind
    expect([10, 15].map(kindUnder)).toEqual(['one', 'agree'])
  })

  test('one person alone is one, however often they read and on whatever tablet', () => {
    expect(checked([]).kind).toBe('none')
    expect(checked([[0, 'wren', {}]]).kind).toBe('one')
    expect(
      checked([
        [0, 'wren', {}],
        [1, 'wren', {}],
        [2, 'wren', {}],
      ]),
    ).toMatchObject({ kind: 'one', readings: [{ id: 'e2' }] })
  })

  test('two different people who read what the order says agree; decimals are amounts, not text', () => {
    const { kind, readings, off } = checked([
      [0, 'wren', {}],
      [2, 'larkspur', { syringeMl: '0.70', rateMlPerHour: '150.0', vials: [{ vialId: 'v1', ml: '0.70' }] }],
    ])
    expect([kind, readings.map(({ by }) => by), off]).toEqual(['agree', ['wren', 'larkspur'], []])
  })

  test.each([
    ['a ten-fold slip', { syringeMl: '7', vials: [{ vialId: 'v1', ml: '7' }] }, ['syringeMl']],
    ['another dose', { infusateMg: '350' }, ['infusateMg']],
    ['another rate', { rateMlPerHour: '15' }, ['rateMlPerHour']],
    ['another vial', { vials: [{ vialId: 'v2', ml: '0.7' }] }, ['vials']],
    ['vials that do not make up the syringe', { vials: [{ vialId: 'v1', ml: '0.5' }] }, ['vials']],
    [
      'nothing at all',
      { infusateMg: '0', syringeMl: '0', rateMlPerHour: '0' },
      ['infusateMg', 'syringeMl', 'rateMlPerHour', 'vials'],
    ],
    [
      'more from one of two vials',
      {
        vials: [
          { vialId: 'v1', ml: '0.6' },
          { vialId: 'v2', ml: '0.1' },
        ],
      },
      ['vials'],
    ],
  ] as const)('%s differs, whoever made it', (_, slip, off) => {
    for (const steps of [
      [
        [0, 'wren', {}],
        [1, 'larkspur', slip],
      ],
      [
        [0, 'wren', slip],
        [1, 'larkspur', {}],
      ],
    ] as Step[][])
      expect(checked(steps)).toMatchObject({ kind: 'differ', off })
  })

  test('two who make the same slip agree with each other and not with the order', () => {
    const slip = { syringeMl: '7', vials: [{ vialId: 'v1', ml: '7' }] }
    expect(
      checked([
        [0, 'wren', slip],
        [1, 'larkspur', slip],
      ]),
    ).toMatchObject({ kind: 'differ', off: ['syringeMl'] })
  })

  test('after a slip both read again, and the slip stays on the record', () => {
    const slip = { syringeMl: '7', vials: [{ vialId: 'v1', ml: '7' }] }
    const steps: Step[] = [
      [0, 'wren', {}],
      [1, 'larkspur', slip],
      [2, 'larkspur', {}],
    ]
    expect(checked(steps)).toMatchObject({ kind: 'one', readings: [{ by: 'larkspur' }], slips: [{ id: 'e1' }] })
    expect(checked([...steps, [3, 'wren', {}]])).toMatchObject({ kind: 'agree', slips: [{ id: 'e1', syringeMl: '7' }] })
  })

  test('who presses again what both agree on changes nothing; who then reads something else asks both again', () => {
    const both: Step[] = [
      [0, 'wren', {}],
      [1, 'larkspur', {}],
    ]
    expect(checked([...both, [2, 'wren', {}]])).toMatchObject({ kind: 'agree', readings: [{ id: 'e2' }, { id: 'e1' }] })
    expect(checked([...both, [2, 'heron', {}]])).toMatchObject({ kind: 'agree', readings: [{ id: 'e0' }, { id: 'e1' }] })
    expect(checked([...both, [2, 'wren', { syringeMl: '7' }]])).toMatchObject({ kind: 'one', readings: [{ by: 'wren' }] })
  })

  test('a reading waits so long and no longer, and the one who comes late is the first', () => {
    const late = usualPolicies.secondPerson.readingHoldsMinutes + 1
    expect(checked([[0, 'wren', {}]], late).kind).toBe('none')
    const steps: Step[] = [
      [0, 'wren', {}],
      [late, 'larkspur', {}],
    ]
    expect(checked(steps)).toMatchObject({ kind: 'one', readings: [{ by: 'larkspur' }] })
    expect(checked([...steps, [late + 1, 'wren', {}]]).kind).toBe('agree')
  })

  test('readings for an order that was renewed meanwhile do not count, and do not cost the other one', () => {
    const steps: Step[] = [
      [0, 'wren', { orderId: 'before' }],
      [1, 'larkspur', {}],
    ]
    expect(checked(steps)).toMatchObject({ kind: 'one', readings: [{ by: 'larkspur' }] })
    expect(checked([...steps, [2, 'wren', {}]]).kind).toBe('agree')
  })

  test('who takes their reading back has none; sending back and drawing up begin anew', () => {
    expect(
      checked([
        [0, 'wren', {}],
        [1, 'wren', 'taken-back'],
      ]).kind,
    ).toBe('none')
    for (const end of ['sent-back', 'drawn-up'] as const)
      expect(
        checked([
          [0, 'wren', {}],
          [1, 'wren', end],
          [2, 'larkspur', {}],
        ]),
      ).toMatchObject({ kind: 'one', readings: [{ by: 'larkspur' }] })
  })
})

describe('what one person may see', () => {
  const steps: Step[] = [
    [0, 'wren', {}],
    [1, 'larkspur', { syringeMl: '7' }],
  ]
  const kinds = (who: string, more: Step[] = []) => seenBy(events([...steps, ...more]), who).map(({ id }) => id)

  test('is their own reading and nobody else’s, until both agree or a prescriber was called', () => {
    expect(kinds('wren')).toEqual(['e0'])
    expect(kinds('larkspur')).toEqual(['e1'])
    expect(kinds('heron')).toEqual([])
    expect(isCheckOpen(events(steps))).toBe(false)
    for (const opens of ['drawn-up', 'opened'] as const) {
      expect(kinds('heron', [[2, 'wren', opens]])).toEqual(['e0', 'e1', 'e2'])
      expect(isCheckOpen(events([...steps, [2, 'wren', opens]]))).toBe(true)
    }
  })

  test('stays so when the order was sent back and the next check begins', () => {
    const again: Step[] = [
      [2, 'wren', 'sent-back'],
      [3, 'wren', {}],
    ]
    expect(kinds('larkspur', again)).toEqual(['e1', 'e2'])
    expect(isCheckOpen(events([...steps, [2, 'wren', 'opened'], ...again]))).toBe(false)
  })
})
