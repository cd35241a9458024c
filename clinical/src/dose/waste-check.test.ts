import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exact } from '../exact.ts'
import { foldSession } from '../visit/infusion.ts'
import { book } from '../visit/infusion-amounts.ts'
import type { EventBody, SessionEvent } from '../visit/infusion-events.ts'
import { seenBy } from './second-check.ts'
import { pumpBeside, wasteCheck, wasteSum } from './waste-check.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 15) + minute * 60_000).toISOString()
type Step = readonly [minute: number, body: EventBody, by?: string]
const events = (steps: readonly Step[]): SessionEvent[] =>
  steps.map(([minute, body, by = 'wren'], i) => ({ ...body, id: `e${i + 10}`, at: at(minute), enteredAt: at(minute), by }))

const checkedIn: EventBody = {
  kind: 'checked-in',
  identifiers: ['name', 'birth date'],
  escort: null,
  weightKg: '72',
  vitals: { systolic: 126, diastolic: 78, pulse: 72, spo2: 98, resp: 14 },
}
const drawn: EventBody = {
  kind: 'drawn-up',
  vials: [{ vialId: 'v1', ml: '2' }],
  infusateMg: '100',
  syringeMl: '2',
  finalMl: '100',
  witness: 'larkspur',
  checked: { by: ['wren', 'larkspur'], readings: ['a', 'b'], rateMlPerHour: '25' },
}
const ran = (totalMl: string | null): Step[] => [
  [0, { kind: 'booked' }],
  [0, { kind: 'arrived' }],
  [1, checkedIn],
  [2, drawn],
  [3, { kind: 'started', rateMlPerHour: '25', vtbiMl: '100' }],
  [63, { kind: 'stopped', reason: 'Patient asks' }],
  [63, { kind: 'pump-read', totalMl, reason: totalMl === null ? 'dead display' : null }],
]
const saw = (minute: number, ml: string, by: string): Step => [
  minute,
  { kind: 'waste-reading', ml, of: 'bag', proofId: null },
  by,
]
const kindOf = (steps: readonly Step[]) => wasteCheck(events([...ran('25'), ...steps])).kind

describe('a waste is read by two people', () => {
  test('one alone is one, two who read the same agree, and two who do not are both asked again', () => {
    expect(kindOf([])).toBe('none')
    expect(kindOf([saw(64, '75', 'wren'), saw(65, '75', 'wren')])).toBe('one')
    expect(kindOf([saw(64, '75', 'wren'), saw(65, '75.0', 'heron')])).toBe('agree')
    expect(kindOf([saw(64, '75', 'wren'), saw(65, '75', 'heron'), saw(66, '75', 'wren')])).toBe('agree')
    expect(kindOf([saw(64, '75', 'wren'), saw(65, '75', 'heron'), saw(66, '74', 'wren')])).toBe('one')
    expect(kindOf([saw(64, '75', 'wren'), saw(65, '57', 'heron')])).toBe('differ')
    expect(kindOf([saw(64, '75', 'wren'), saw(65, '57', 'heron'), saw(66, '75', 'heron')])).toBe('one')
  })

  test('of the bag and of the syringe is not the same', () => {
    const syringe: Step = [65, { kind: 'waste-reading', ml: '75', of: 'syringe', proofId: null }, 'heron']
    expect(kindOf([saw(64, '75', 'wren'), syringe])).toBe('differ')
  })
})

describe('given and wasted make up what was drawn', () => {
  test('to 0.01 mL, or the difference is said; nothing of it is ever lost', () => {
    const ml = fc.integer({ min: 0, max: 11_000 }).map((hundredths) => exact(String(hundredths)).div(100).toFixed())
    fc.assert(
      fc.property(ml, ml, (totalMl, wastedMl) => {
        const before = events(ran(totalMl))
        const sum = wasteSum(foldSession(before), { ml: wastedMl, of: 'bag' }, at(70))
        const wasted: EventBody = {
          kind: 'wasted',
          mg: sum.mg,
          ml: sum.ml,
          of: 'bag',
          witness: 'heron',
          ...(sum.differenceMg !== '0' && { difference: { mg: sum.differenceMg, ml: sum.differenceMl } }),
        }
        const all = foldSession([...before, { ...wasted, id: 'z', at: at(70), enteredAt: at(70), by: 'wren' }])
        const { drawnMg, givenMg, wastedMg, differenceMg, isClosed } = book(all, at(71))
        const whole = exact(givenMg).plus(wastedMg).plus(differenceMg)
        const apart = exact(totalMl).gt(100) ? exact(wastedMl) : exact(totalMl).plus(wastedMl).minus(100).abs()
        return isClosed && whole.eq(drawnMg) && (differenceMg === '0') === apart.lte('0.015')
      }),
      { numRuns: 300 },
    )
  })

  test('by the pump’s total where it was read, by the sum only where somebody said why it was not', () => {
    const given = (totalMl: string | null) => book(foldSession(events(ran(totalMl))), at(70)).givenMg
    expect([given('24.6'), given('25'), given(null), given('140')]).toEqual(['24.6', '25', '25', '100'])
    expect(pumpBeside(foldSession(events(ran('24.6'))), at(70))).toEqual({ readMl: '24.6', computedMl: '25', isOff: false })
    expect(pumpBeside(foldSession(events(ran('2.5'))), at(70))).toMatchObject({ isOff: true })
    expect(pumpBeside(foldSession(events(ran(null))), at(70))).toBeNull()
    const narrow = { pumpOffPercent: 1, pumpOffMl: '0.1' }
    expect(pumpBeside(foldSession(events(ran('24.6'))), at(70), narrow)).toMatchObject({ isOff: true })
  })
})

test('what one person saw wasted is hidden from the other until the waste is recorded', () => {
  const both = events([...ran('25'), saw(66, '75', 'wren'), saw(67, '7.5', 'larkspur')])
  const seen = (all: readonly SessionEvent[]) =>
    seenBy(all, 'larkspur').flatMap((event) => (event.kind === 'waste-reading' ? [event.ml] : []))
  expect(seen(both)).toEqual(['7.5'])
  const wasted: EventBody = { kind: 'wasted', mg: '75', witness: 'larkspur' }
  expect(seen([...both, { ...wasted, id: 'z', at: at(70), enteredAt: at(70), by: 'wren' }])).toEqual(['75', '7.5'])
})
