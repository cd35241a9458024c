import { expect, test } from 'vitest'
import { ownReading } from './two-readers.tsx'

const reading = (id: string, by: string) => ({ id, by, kind: 'check-reading' }) as never
const me = { id: 'osprey', name: 'J. Osprey' }

test('the form of whoever reads is theirs until they have read: what another reads changes nothing of it', () => {
  const before = ownReading({ events: [reading('1', 'osprey')] }, 'check-reading', me)
  expect(ownReading({ events: [reading('1', 'osprey'), reading('2', 'heron')] }, 'check-reading', me)).toBe(before)
  expect(ownReading({ events: [reading('1', 'osprey'), reading('2', 'osprey')] }, 'check-reading', me)).not.toBe(before)
  expect(ownReading({ events: [] }, 'waste-reading', me)).not.toBe(before)
})
