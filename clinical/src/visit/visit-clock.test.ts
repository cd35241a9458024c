import { describe, expect, test } from 'vitest'
import type { ClockStamp } from './clock-stamp.ts'
import { foldSession, mayAppend } from './infusion.ts'
import { amountsAt, clocksMoved } from './infusion-amounts.ts'
import type { EventBody, SessionEvent } from './infusion-events.ts'
import { visitTime } from './visit-clock.ts'

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 23, 9) + minutes * 60_000).toISOString()
/** Clocks after so many minutes of true time, each so many minutes off. */
const clocks = (minutes: number, { wall = 0, database = 0, ...more }: Off = {}): ClockStamp => ({
  boot: 'heron',
  ms: 5_000_000 + minutes * 60_000,
  wall: at(minutes + wall),
  database: at(minutes + database),
  looked: at(minutes + database),
  correctionMs: 0,
  isOwn: false,
  watched: at(-600),
  isSure: wall === 0 && database === 0,
  ...more,
})
type Off = { wall?: number; database?: number } & Partial<Omit<ClockStamp, 'wall' | 'database'>>

let seq = 0
const entry = (happened: string, body: EventBody, clock?: ClockStamp): SessionEvent => ({
  ...body,
  id: `e${String(++seq).padStart(4, '0')}`,
  at: happened,
  enteredAt: happened,
  by: 'heron',
  seq,
  ...(clock && { clock }),
})
const drawn: EventBody = {
  kind: 'drawn-up',
  vials: [{ vialId: 'v1', ml: '2' }],
  infusateMg: '100',
  syringeMl: '2',
  finalMl: '100',
  witness: 'wren',
  checked: { by: ['heron', 'wren'], readings: ['a', 'b'], rateMlPerHour: '25' },
}
const signs = { systolic: 122, diastolic: 74, pulse: 70, spo2: 98, resp: 14 }
const running = (clock?: ClockStamp) => [
  entry(at(-60), { kind: 'booked' }),
  entry(at(-30), { kind: 'arrived' }),
  entry(at(-20), { kind: 'checked-in', identifiers: ['name', 'birth date'], escort: null, weightKg: '72', vitals: signs }),
  entry(at(-10), drawn),
  entry(at(0), { kind: 'started', rateMlPerHour: '25', vtbiMl: '100' }, clock),
]
const stop = (happened: string, clock?: ClockStamp) => entry(happened, { kind: 'stopped', reason: 'done' }, clock)
/** mg given and what is said of clocks, of 25 mg/h started at 09:00. */
const said = (events: readonly SessionEvent[]) => {
  const visit = foldSession(events)
  return { mg: amountsAt(visit, visit.stoppedAt ?? '')?.givenMg, moved: clocksMoved(visit).map(({ asksTotal }) => asksTotal) }
}

describe('what was given', () => {
  test('is counted by the reading, whichever way the wall clock went, and that is said', () => {
    for (const wall of [-30, 30])
      expect(said([...running(clocks(0)), stop(at(45 + wall), clocks(45, { wall }))])).toEqual({ mg: '18.75', moved: [false] })
  })

  test('is not moved by the database either; one that went ahead asks for the pump’s total', () => {
    const after = (database: number) => said([...running(clocks(0)), stop(at(45 + database), clocks(45, { database }))])
    expect(after(-30)).toEqual({ mg: '18.75', moved: [false] })
    expect(after(30)).toEqual({ mg: '18.75', moved: [true] })
  })

  test('is counted by wall clock and database together where the reading stood still', () => {
    const thawed = clocks(15, { wall: 30, database: 30 })
    expect(said([...running(clocks(0)), stop(at(45), thawed)])).toEqual({ mg: '18.75', moved: [true] })
  })

  test('without two that agree asks for the pump’s total', () => {
    expect(said([...running(clocks(0)), stop(at(45), clocks(45, { wall: -30, database: 20 }))]).moved).toEqual([true])
  })

  test('where database and wall clock are one voice stands by the reading; a jump ahead asks for the total', () => {
    const own = (by: number) =>
      said([...running(clocks(0, { isOwn: true })), stop(at(45), clocks(45, { wall: by, database: by, isOwn: true }))])
    expect(own(0)).toEqual({ mg: '18.75', moved: [] })
    expect(own(-30)).toEqual({ mg: '18.75', moved: [false] })
    expect(own(30)).toEqual({ mg: '18.75', moved: [true] })
  })

  test('across two starts is counted by the visit’s time, which two servers share', () => {
    const wren = (off: Off) => clocks(45, { boot: 'wren', ms: 9000, ...off })
    expect(said([...running(clocks(0)), stop(at(45), wren({}))])).toEqual({ mg: '18.75', moved: [] })
    // It has seen the database's clock stand since before, whatever its own wall clock says.
    expect(said([...running(clocks(0)), stop(at(45), wren({ wall: 20, isSure: false }))])).toEqual({ mg: '18.75', moved: [] })
    // It has not, and its two clocks do not agree.
    const young = { watched: at(40), isSure: false }
    expect(said([...running(clocks(0)), stop(at(45), wren(young))]).moved).toEqual([true])
    expect(said([...running(clocks(0)), stop(at(75), wren({ database: 30, ...young }))]).moved).toEqual([true])
    // Its entry had to be put after a newer one: it stands in another time than its database.
    expect(said([...running(clocks(0)), stop(at(60), wren({}))]).moved).toEqual([true])
  })

  test('by a time that was told is counted by that time', () => {
    const told: SessionEvent = { ...stop(at(30), clocks(45)), enteredAt: at(45) }
    expect(said([...running(clocks(0)), told])).toEqual({ mg: '12.5', moved: [] })
  })

  test('keeps the clocks of the first wording where another one leaves the instant', () => {
    const [began, ended] = [running(clocks(0)), stop(at(15), clocks(45, { wall: -30 }))]
    const worded = {
      ...entry(at(15), { kind: 'stopped', reason: 'asked' }, clocks(50)),
      enteredAt: at(50),
      amends: { eventId: ended.id, reason: 'slip' },
    }
    expect(said([...began, ended, worded]).mg).toBe('18.75')
  })
})

describe('the visit’s time', () => {
  test('goes on by the reading when the server’s clock steps back, and no entry is refused for it', () => {
    const began = running(clocks(0))
    const now = visitTime(began, at(15), clocks(45, { wall: -30 }))
    expect(now).toBe(at(45))
    expect(mayAppend(began, stop(now), now)).toBeNull()
  })

  test('is never before the newest entry, whoever wrote it', () => {
    const other = entry(at(0.5), { kind: 'note', text: 'by a server two seconds ahead' }, clocks(0, { boot: 'wren' }))
    expect(visitTime([...running(clocks(0)), other], at(0.1), null)).toBe(at(0.5))
  })

  test('takes what is told a little ahead of it, and refuses what cannot be', () => {
    const note = (minutes: number) => entry(at(minutes), { kind: 'note', text: 'by a tablet that is fast' })
    expect(mayAppend(running(), note(31.5), at(30))).toBeNull()
    expect(mayAppend(running(), note(33), at(30))).toBe('time-not-possible')
  })
})

test('entries of one instant stand as the log counts them, whatever they are and however they are worded later', () => {
  const turn = [
    entry(at(10), { kind: 'paused', reason: 'asked' }),
    entry(at(10), { kind: 'resumed', rateMlPerHour: '20' }),
    entry(at(10), { kind: 'paused', reason: 'again' }),
  ]
  const [first] = turn
  const reworded = { ...entry(at(10), { kind: 'paused', reason: 'dizzy' }), amends: { eventId: first?.id ?? '', reason: 'slip' } }
  const visit = foldSession([...running(), ...turn, reworded].reverse())
  expect(visit).toMatchObject({ state: 'paused', conflicts: [] })
  expect(visit.segments.map(({ rateMlPerHour }) => rateMlPerHour)).toEqual(['25', '20'])
})
