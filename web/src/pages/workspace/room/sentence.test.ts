import { describe, expect, test } from 'vitest'
import type { RoomRow, RoomVisit } from '../../../data/room.ts'
import { askedOf, sentenceOf } from './sentence.ts'

const now = '2026-11-23T15:48:00.000Z'
const silent = {
  systolic: null,
  diastolic: null,
  pulse: null,
  spo2: null,
  resp: null,
  dissociation: null,
  distress: null,
  pain: null,
  sedation: null,
}
const running: RoomVisit = {
  sessionId: 's',
  state: 'running',
  stateSince: '2026-11-23T14:05:00.000Z',
  isSentBack: false,
  startedAt: '2026-11-23T14:05:00.000Z',
  stoppedAt: null,
  endsAt: null,
  rateMlPerHour: '25',
  latest: silent,
  due: [],
  level: null,
  policy: null,
  answered: null,
  unanswered: 0,
  nurse: null,
  offeredTo: null,
  given: [],
}
const row = (name: string, change: Partial<RoomVisit>): RoomRow => ({
  appointmentId: name,
  personId: name,
  chairId: name,
  name,
  start: now,
  end: now,
  indication: 'pain',
  number: 3,
  of: 10,
  minutes: 240,
  visit: { ...running, ...change },
})
const due = (what: RoomVisit['due'][number]['what'], lateByMinutes: number): RoomVisit['due'][number] => ({
  what,
  dueAt: now,
  since: now,
  lateByMinutes,
  level: lateByMinutes < 0 ? 'in time' : 'late',
  asks: null,
})
const say = (...rows: RoomRow[]) =>
  sentenceOf(
    rows.map((each) => askedOf(each, now)),
    () => '4',
  )

describe('the sentence of the room', () => {
  test('puts a sign past the policy before anything that is only late', () => {
    const late = row('Clover Samplett', { due: [due('scores', 3.2)] })
    const past = row('Hazel Standin', { due: [due('repeat', 2)], level: 'call', unanswered: 1 })
    expect(say(late, past)).toEqual({
      title: 'Hazel Standin’s blood pressure needs a recheck now',
      lead: 'Chair 4. Then: scores of Clover Samplett.',
    })
  })

  test('says how late, in whole minutes', () => {
    expect(say(row('Clover Samplett', { due: [due('vitals', 3.9)] })).title).toBe('Clover Samplett’s pressure is 3 min late')
  })

  test('is calm when nothing is late, and names what comes next', () => {
    const rows = [row('Fern', { due: [due('vitals', -5.4)] }), row('Linden', { due: [due('vitals', -11)] })]
    expect(say(...rows)).toEqual({ title: 'Nothing is late', lead: 'Next: pressure of Fern, due in 6 min. Chair 4.' })
  })

  test('says so when nobody is there, and forgets who has gone home', () => {
    expect(say(row('Basil', { state: 'left' })).title).toBe('No one is in a chair now')
    expect(say().title).toBe('No one is in a chair now')
  })

  test('names somebody who has waited five minutes for the second person', () => {
    const waits = row('Rowan Fictor', { state: 'cleared', stateSince: '2026-11-23T15:43:00.000Z' })
    expect(say(waits).title).toBe('Rowan Fictor waits for a second person')
    const justNow = row('Rowan Fictor', { state: 'cleared', stateSince: '2026-11-23T15:44:30.000Z' })
    expect(say(justNow).title).toBe('Nothing is late')
  })
})
