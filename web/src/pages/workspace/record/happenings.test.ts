import { foldSession, type SessionEvent } from '@dripline/clinical'
import { expect, test } from 'vitest'
import { happeningsOf } from './happenings.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 14, minute)).toISOString()
const event = (id: string, minute: number, body: object, more: object = {}): SessionEvent =>
  ({ id, at: at(minute), enteredAt: at(minute), by: 'osprey', ...body, ...more }) as SessionEvent
const vitals = (systolic: number) => ({ kind: 'vitals', systolic, diastolic: 80, pulse: 70, spo2: 98, resp: null })

const events = [
  event('a', 0, { kind: 'booked' }),
  event('b', 1, { kind: 'arrived' }),
  event('c', 10, vitals(146)),
  event('d', 10, vitals(145), { enteredAt: at(12), amends: { eventId: 'c', reason: 'misread' } }),
  event('e', 20, { kind: 'note', text: 'for another patient' }),
  event('f', 20, { kind: 'note', text: 'still for another' }, { enteredAt: at(21), amends: { eventId: 'e', reason: 'words' } }),
  event(
    'g',
    20,
    { kind: 'amended', because: 'wrong person' },
    { enteredAt: at(22), by: 'heron', amends: { eventId: 'f', reason: 'written on the wrong person' } },
  ),
  event('h', 30, { kind: 'no-adverse-effects' }, { enteredAt: at(59) }),
]

test('a visit read later shows what stands, what it replaced, what was taken back and what was written late', () => {
  const read = happeningsOf(foldSession(events))
  expect(read.map(({ id }) => id)).toEqual(['b', 'c', 'e', 'h'])
  const [, corrected, taken, late] = read
  expect(corrected).toMatchObject({
    said: { systolic: 145 },
    old: [{ systolic: 146 }],
    change: { at: at(12), reason: 'misread' },
  })
  expect(taken).toMatchObject({
    said: null,
    old: [{ text: 'for another patient' }, { text: 'still for another' }],
    change: { by: 'heron', isWrongPerson: true },
    by: 'osprey',
  })
  expect(late).toMatchObject({ at: at(30), writtenAt: at(59), change: null })
})
