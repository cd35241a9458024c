import { expect, test } from 'vitest'
import { entryId } from './entry-id.ts'

test('an entry’s id has the form of a UUIDv7, stands in the order of time, and is no other entry’s', () => {
  const at = Date.UTC(2026, 10, 23)
  const ids = Array.from({ length: 500 }, (_, i) => entryId(at + i))
  for (const id of ids) expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
  expect([...ids].sort()).toEqual(ids)
  expect(new Set(Array.from({ length: 500 }, () => entryId(at))).size).toBe(500)
})
