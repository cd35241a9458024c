import { describe, expect, test } from 'vitest'
import { uuid7Maker } from './id.ts'

describe('an id', () => {
  test('is a UUID of version 7 that begins with its instant', () => {
    const at = new Date('2026-11-23T15:40:00.123Z')
    const id = uuid7Maker()(at)
    expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
    expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(at.getTime())
  })

  test('is greater than every one made before it, also within one millisecond', () => {
    const make = uuid7Maker()
    const at = new Date('2026-11-23T15:40:00Z')
    const ids = [...Array.from({ length: 5000 }, () => make(at)), make(new Date(at.getTime() + 1))]
    expect(ids).toEqual([...ids].sort())
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('takes no bit of chance twice, however many are made', () => {
    const make = uuid7Maker()
    const tails = Array.from({ length: 2000 }, (_, i) => make(new Date(Date.UTC(2026, 10, 23) + i)).slice(15))
    expect(new Set(tails).size).toBe(tails.length)
  })
})
