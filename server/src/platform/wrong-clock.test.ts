import { describe, expect, test } from 'vitest'
import { type AtStart, FARTHEST_S, whyWrong } from './wrong-clock.ts'

const now = new Date('2026-11-30T09:00:00Z')
const after = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const right: AtStart = { now, wall: now, isOwn: false, newest: after(-3600) }

describe('the time at a start', () => {
  test('of two machines is refused when they are farther apart than the limit, either way, in a sentence with both', () => {
    expect(whyWrong({ ...right, wall: after(FARTHEST_S) })).toBeNull()
    expect(whyWrong({ ...right, wall: after(FARTHEST_S + 1) })).toBe(
      'This machine’s clock says 2026-11-30 09:01:01 UTC and the database’s 2026-11-30 09:00:00 UTC: 61 s ahead, where 60 s is the most. Let both keep their time by NTP, then start again.',
    )
    expect(whyWrong({ ...right, wall: after(-3600) })).toContain('3600 s behind')
  })

  test('of one machine is one voice and says nothing against itself', () => {
    expect(whyWrong({ ...right, isOwn: true, wall: after(7200) })).toBeNull()
  })

  test('is refused when the trail has lines from the future, on one machine and on two', () => {
    expect(whyWrong({ ...right, newest: after(FARTHEST_S) })).toBeNull()
    for (const isOwn of [true, false])
      expect(whyWrong({ ...right, isOwn, newest: after(86_400) })).toContain(
        'written at 2026-12-01 09:00:00 UTC, which is still to come',
      )
    expect(whyWrong({ ...right, newest: null })).toBeNull()
  })
})
