import { type VisitNext, visitActs } from '@dripline/clinical'
import { describe, expect, test } from 'vitest'
import type { RoomRow, RoomVisit } from '../../../data/room.ts'
import { askedOf, openTasksOf, sentenceOf } from './sentence.ts'

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
  drugTasks: [],
}
const isNext = (code: VisitNext['code'], at: string | null = null): VisitNext => ({
  code,
  by: visitActs[code],
  except: null,
  where: 'visit',
  gate: null,
  at,
})
const row = (name: string, next: VisitNext, change: Partial<RoomVisit>): RoomRow => ({
  appointmentId: name,
  personId: name,
  chairId: name,
  name,
  start: now,
  end: now,
  indication: 'pain',
  gives: { drug: 'ketamine', by: 'infusion' },
  number: 3,
  of: 10,
  minutes: 240,
  next,
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
    rows.map((each) => askedOf(each, now, 'UTC')),
    () => '4',
  )

describe('the sentence of the room', () => {
  test('puts a value that nobody answered before anything that is only late', () => {
    const late = row('Clover Samplett', isNext('chart-scores', now), { due: [due('scores', 3.2)] })
    const past = row('Hazel Standin', isNext('answer-mark'), { due: [due('repeat', 2)], level: 'call', unanswered: 1 })
    expect(say(late, past)).toEqual({
      title: 'Hazel Standin’s last entry is past the policy',
      lead: 'Chair 4. Then: scores of Clover Samplett.',
    })
  })

  test('puts an order that waits for a prescriber before anything that is only late', () => {
    const late = row('Clover Samplett', isNext('chart-scores', now), { due: [due('scores', 90)] })
    const back = row('Hazel Standin', isNext('confirm-order'), { state: 'arrived' })
    expect(say(late, back).title).toBe('Hazel Standin’s order is waiting for a prescriber')
  })

  test('asks for the repeat of a pressure once its answer stands', () => {
    const again = row('Hazel Standin', isNext('chart-vitals', now), { due: [due('repeat', 2)] })
    expect(say(again).title).toBe('Hazel Standin’s blood pressure needs a recheck now')
  })

  test('says how late, in whole minutes', () => {
    const late = row('Clover Samplett', isNext('chart-vitals', now), { due: [due('vitals', 3.9)] })
    expect(say(late).title).toBe('Clover Samplett’s pressure is 3 min late')
  })

  test('is calm when nothing is late, and names what comes next', () => {
    const rows = [
      row('Fern', isNext('chart-vitals'), { due: [due('vitals', -5.4)] }),
      row('Linden', isNext('chart-vitals'), { due: [due('vitals', -11)] }),
    ]
    expect(say(...rows)).toEqual({ title: 'Nothing is late', lead: 'Next: pressure of Fern, due in 6 min. Chair 4.' })
  })

  test('says so when nobody is there, and forgets who has gone home', () => {
    expect(say(row('Basil', isNext('read-record'), { state: 'left' })).title).toBe('No one is in a chair now')
    expect(say().title).toBe('No one is in a chair now')
  })

  test('names somebody who has waited five minutes for the second person', () => {
    const waits = (since: string) => row('Rowan Fictor', isNext('read-second'), { state: 'cleared', stateSince: since })
    expect(say(waits('2026-11-23T15:43:00.000Z')).title).toBe('Rowan Fictor is waiting for a second person')
    expect(say(waits('2026-11-23T15:44:30.000Z')).title).toBe('Nothing is late')
  })

  test('says what is next in every state, and by when', () => {
    const end = row('Fern', isNext('stop', '2026-11-23T16:05:00.000Z'), {})
    expect(askedOf(end, now, 'UTC')).toMatchObject({ title: 'Stop', detail: 'at 16:05', tone: 'plain' })
    const home = row('Fern', isNext('discharge'), { state: 'recovering' })
    expect(askedOf(home, now, 'UTC')).toMatchObject({ title: 'Discharge', detail: '' })
  })

  test('names what is open of an emergency drug, with whose it is', () => {
    const open = (task: 'vial' | 'second person' | 'order', owner: string) => ({ drug: 'midazolam', task, owner })
    expect(openTasksOf([open('vial', 'Heron'), open('second person', 'Heron'), open('order', 'Thistlewood')])).toEqual([
      'midazolam open: vial, second person; Heron',
      'midazolam open: order; Thistlewood',
    ])
    expect(openTasksOf([])).toEqual([])
  })
})
