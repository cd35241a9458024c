import { Problem } from '@dripline/clinical'
import { describe, expect, test } from 'vitest'
import { type Asked, publicDoor } from './public-door.ts'

const heldPace = () => {
  const pace = { at: 0, waited: [] as number[], now: () => pace.at, wait: async (ms: number) => void pace.waited.push(ms) }
  return pace
}
const asked = (change: Partial<Asked> = {}): Asked => ({
  lane: 'public',
  clinicId: 'a',
  visitor: '192.0.2.1',
  isLook: false,
  ...change,
})
const outcome = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error) => {
      expect(error).toBeInstanceOf(Problem)
      expect(error.code).toBe('too-many')
      expect(error.about.retryAfterSeconds).toBeGreaterThanOrEqual(1)
      return 'later'
    },
  )

describe('the door before public work', () => {
  test('lets in thirty-two at once, tells the others at once when to come back, and lets in again when one has left', async () => {
    const door = publicDoor(heldPace())
    const leave: (() => void)[] = []
    const work = () => new Promise<void>((done) => leave.push(done))
    const first = Array.from({ length: 32 }, () => door.through(asked(), work))
    expect(await outcome(door.through(asked(), work))).toBe('later')
    // Whoever signs in, and a patient who answers, does not stand behind them.
    for (const lane of ['sign-in', 'link'] as const)
      expect(await outcome(door.through(asked({ lane }), async () => {}))).toBe('done')
    leave[0]?.()
    await first[0]
    const next = door.through(asked(), work)
    for (const go of leave) go()
    expect(await Promise.all([...first, next].map(outcome))).toEqual(Array.from({ length: 33 }, () => 'done'))
  })

  test('work that fails leaves its place too', async () => {
    const door = publicDoor(heldPace())
    for (let i = 0; i < 100; i += 1)
      await door
        .through(asked(), async () => {
          throw new TypeError('x')
        })
        .catch(() => {})
    expect(await outcome(door.through(asked(), async () => {}))).toBe('done')
  })

  test('holds back who looks without a pause to two looks a second, sends away who asks for more, and nobody else', async () => {
    const pace = heldPace()
    const door = publicDoor(pace)
    const look = (visitor = '192.0.2.1') => outcome(door.through(asked({ visitor, isLook: true }), async () => {}))
    for (let i = 0; i < 10; i += 1) expect(await look()).toBe('done')
    expect(pace.waited).toEqual([])
    expect([await look(), await look(), await look()]).toEqual(['done', 'done', 'later'])
    expect(pace.waited).toEqual([500, 1000])
    expect(await look('192.0.2.2')).toBe('done')
    pace.at = 1000
    expect(await look()).toBe('done')
    expect(pace.waited).toEqual([500, 1000, 500])
  })

  test('one clinic’s crowd is counted for itself', async () => {
    const pace = heldPace()
    const door = publicDoor(pace)
    const all = []
    for (let i = 0; i < 700; i += 1) all.push(await outcome(door.through(asked({ visitor: String(i) }), async () => {})))
    expect(all.filter((each) => each === 'later')).toHaveLength(100)
    expect(await outcome(door.through(asked({ clinicId: 'b' }), async () => {}))).toBe('done')
    pace.at = 1000
    expect(await outcome(door.through(asked(), async () => {}))).toBe('done')
  })
})
