import { describe, expect, test } from 'vitest'
import type { EventBody, SessionEvent } from '../visit/infusion-events.ts'
import { doseCheck } from './dose-check.ts'
import { sealedReadings, seenBy } from './second-check.ts'

const at = (minute: number) => new Date(Date.parse('2026-11-23T14:00:00.000Z') + minute * 60_000).toISOString()
const log = (...said: (readonly [minute: number, by: string, body: EventBody])[]): SessionEvent[] =>
  said.map(([minute, by, body], i) => ({ ...body, id: `e${i}`, at: at(minute), enteredAt: at(minute), by }))
const read = (ml: string, vialId = 'v1', about = 'line'): EventBody => ({
  kind: 'dose-reading',
  about,
  vialId,
  ml,
  allergiesRead: [],
  proofId: null,
})
const given: EventBody = {
  kind: 'drug-given',
  drug: 'midazolam',
  drugId: 'midazolam',
  amount: '1',
  unit: 'mg',
  route: 'IV',
  reason: null,
  how: 'line',
  lineId: 'line',
  vialId: 'v1',
  allergiesRead: [],
}
const kind = (events: SessionEvent[], minute = 5) => doseCheck(events, 'line', at(minute)).kind

describe('the two readings of a controlled dose', () => {
  test('agree when two people read the same vial and the same mL, however the number is written', () => {
    expect(kind([])).toBe('none')
    expect(kind(log([1, 'heron', read('0.2')]))).toBe('one')
    expect(kind(log([1, 'heron', read('0.2')], [2, 'wren', read('0.20')]))).toBe('agree')
    expect(kind(log([1, 'heron', read('0.2')], [2, 'heron', read('0.2')]))).toBe('one')
    expect(kind(log([1, 'heron', read('0.2')], [2, 'wren', read('0.2', 'v1', 'another line')]))).toBe('one')
  })

  test('differ by the mL or by the vial, and then both read again', () => {
    expect(kind(log([1, 'heron', read('0.2')], [2, 'wren', read('2')]))).toBe('differ')
    expect(kind(log([1, 'heron', read('0.2')], [2, 'wren', read('0.2', 'v2')]))).toBe('differ')
    expect(kind(log([1, 'heron', read('0.2')], [2, 'wren', read('2')], [3, 'wren', read('0.2')]))).toBe('one')
  })

  test('hold half an hour, and end with the dose', () => {
    expect(kind(log([1, 'heron', read('0.2')], [2, 'wren', read('0.2')]), 31)).toBe('agree')
    expect(kind(log([1, 'heron', read('0.2')], [2, 'wren', read('0.2')]), 31.1)).toBe('one')
    expect(kind(log([1, 'heron', read('0.2')], [2, 'wren', read('0.2')], [3, 'heron', given]))).toBe('none')
  })

  test('stay hidden from the other until the dose is given', () => {
    const both = log([1, 'heron', read('0.2')], [2, 'wren', read('2')])
    expect(seenBy(both, 'wren').map(({ by }) => by)).toEqual(['wren'])
    expect([...sealedReadings(both)]).toEqual(['e0', 'e1'])
    expect(seenBy([...both, ...log([3, 'heron', given])], 'wren').map(({ by }) => by)).toEqual(['heron', 'wren', 'heron'])
  })
})
