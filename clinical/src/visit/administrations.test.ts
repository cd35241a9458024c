import { describe, expect, test } from 'vitest'
import { addAdministration, administrationOf, administrations, mayGive } from './administrations.ts'
import { commonEntries } from './common-entries.ts'
import { shapeOf } from './fields.ts'
import { exampleAsOf, factsOfExample } from './gate-example.ts'
import { closedGates, gates, gatesOfOwn } from './gates.ts'
import { foldSession } from './infusion.ts'
import { type EventBody, eventBody, type SessionEvent } from './infusion-events.ts'
import { nextOfVisit, notHereYet } from './visit-next.ts'
import { may } from './visit-rules.ts'
import { sessionStates } from './visit-states.ts'

const at = '2026-11-30T15:00:00.000Z'
const log = (...bodies: EventBody[]): SessionEvent[] =>
  bodies.map((body, i) => ({ ...body, id: `e${i}`, at, enteredAt: at, by: 'heron', seq: i + 1 }))

describe.each(administrations.map((each) => [each.id, each] as const))('administration %s', (_, administration) => {
  test('names gates that there are, each once an act', () => {
    const known: readonly string[] = gates.map(({ id }) => id)
    for (const [act, list] of Object.entries(administration.gates)) {
      expect([act, list.filter((id) => !known.includes(id))]).toEqual([act, []])
      expect([act, new Set(list).size]).toEqual([act, list.length])
    }
  })

  test('makes no entry of any visit its own', () => {
    expect(Object.keys(administration.entries).filter((kind) => kind in commonEntries)).toEqual([])
  })

  test('orders by its own form as its examples say', () => {
    const { order } = administration
    for (const [said, failed] of order?.examples ?? []) {
      const read = shapeOf(order?.fields ?? {}).parse(said)
      const found = order?.check(read).filter(({ pass }) => !pass) ?? []
      expect([said, found.map(({ id }) => id)]).toEqual([said, failed])
    }
  })

  test('lets before its own acts only gates that read any visit', () => {
    for (const act of [...Object.keys(administration.acts), ...(administration.order ? ['discharge'] : [])])
      for (const id of administration.gates[act] ?? [])
        expect([id, gates.find((each) => each.id === id)?.ofAnyVisit]).toEqual([id, true])
  })

  test('leads from having come to having left', () => {
    const rules = { ...commonEntries, ...administration.entries, ...administration.acts }
    const known = new Set<string>(['arrived'])
    // Whether two readings agree is worked out from them: no single entry leads to `checked`.
    if ('drawn-up' in administration.entries) known.add('checked')
    for (const _round of sessionStates)
      for (const rule of Object.values(rules))
        if ('to' in rule && typeof rule.to === 'string' && rule.in.some((state) => known.has(state))) known.add(rule.to)
    expect(known).toContain('left')
  })
})

test('an act has one name in the house: the log names it alone', () => {
  const names = administrations.flatMap(({ acts }) => Object.keys(acts))
  expect(new Set(names).size).toBe(names.length)
  const [fluid] = administrations.filter(({ id }) => id === 'fluid')
  expect(() => fluid && addAdministration({ ...fluid, id: 'fluid-of-another' })).toThrow('There is an act line-placed already.')
})

test('a controlled drug is given where orders are screened and the drug book has every mg', () => {
  const gives = (drug: string, by: string) => mayGive({ drug, by })
  expect([gives('ketamine', 'infusion'), gives('sodium-chloride', 'fluid'), gives('lactated-ringers', 'fluid')]).toEqual([
    true,
    true,
    true,
  ])
  expect([
    gives('ketamine', 'fluid'),
    gives('midazolam', 'fluid'),
    gives('ketamine', 'no-such-way'),
    gives('no-such-drug', 'fluid'),
  ]).toEqual([false, false, false, false])
})

test('every kind of entry is that of any visit or of an administration', () => {
  const own = administrations.flatMap(({ entries }) => Object.keys(entries))
  const kinds = eventBody.options.map(({ shape }) => shape.kind.value)
  expect(kinds.filter((kind) => kind !== 'act' && !(kind in commonEntries) && !own.includes(kind))).toEqual([])
})

describe('a log', () => {
  test('that says nothing of a way to give is of the one there was', () => {
    expect(foldSession(log({ kind: 'booked' })).gives).toEqual({ drug: 'ketamine', by: 'infusion' })
  })

  test('of a way that nobody here knows is read, and nothing of another way is done in it', () => {
    const gives = { drug: 'esketamine', by: 'nasal-spray-of-2031' }
    expect(administrationOf(gives.by)).toBeNull()
    const visit = foldSession(log({ kind: 'booked', gives }, { kind: 'arrived' }, { kind: 'note', text: 'came by bus' }))
    expect([visit.state, visit.gives, visit.conflicts]).toEqual(['arrived', gives, []])
    expect(may(visit, 'drawn-up')).toBe('wrong-state')
    expect(may({ ...visit, state: 'checked' }, 'started')).toBe('wrong-state')
    expect(may(visit, 'vitals')).toBeNull()
  })
})

describe('a visit for fluid', () => {
  const gives = { drug: 'sodium-chloride', by: 'fluid' }
  const act = (name: string, said: Record<string, string | [string, string] | null> = {}): EventBody => ({
    kind: 'act',
    act: name,
    title: name,
    said,
  })
  type Timed = readonly [minutesAgo: number, EventBody]
  const timed = (...bodies: Timed[]): SessionEvent[] =>
    bodies.map(([minutes, body], i) => {
      const then = new Date(Date.parse(exampleAsOf) - minutes * 60_000).toISOString()
      return { ...body, id: `e${i}`, at: then, enteredAt: then, by: 'heron', seq: i + 1 }
    })
  const vitals: EventBody = { kind: 'vitals', systolic: 120, diastolic: 75, pulse: 70, spo2: 98, resp: 14 }
  const { facts } = factsOfExample({})
  const { id, planId, signedBy, signedAt, validFrom, validUntil } = facts.order
  const order = { id, planId, signedBy, signedAt, validFrom, validUntil }

  /** What the visit asks for next: the act or the charting, and the gate it clears. */
  const nextOf = (...log: Timed[]) => {
    const visit = foldSession(timed(...log))
    expect(visit.conflicts).toEqual([])
    const name = administrationOf('fluid')?.ahead[visit.state]
    const gates = name === undefined ? null : gatesOfOwn(name, { ...facts, visit, order }, exampleAsOf)
    const { code, own, gate } = nextOfVisit({ visit, order, gates, due: [] }, exampleAsOf)
    return [visit.state, own?.act ?? code, gate]
  }
  const came: Timed[] = [
    [90, { kind: 'booked', gives }],
    [89, { kind: 'arrived' }],
  ]
  const lined: Timed[] = [...came, [8, vitals], [7, act('line-placed', { site: 'left hand' })]]
  const ended: Timed[] = [...lined, [6, act('fluid-started')], [4, act('fluid-ended', { ml: '350', why: 'asked to stop' })]]

  test('asks for signs, line, fluid, its end and the way out, in this order', () => {
    expect(nextOf(...came)).toEqual(['arrived', 'chart-vitals', 'signs-charted'])
    expect(nextOf(...came, [8, vitals])).toEqual(['arrived', 'line-placed', null])
    expect(nextOf(...lined)).toEqual(['cleared', 'fluid-started', null])
    expect(nextOf(...lined, [6, act('fluid-started')])).toEqual(['running', 'fluid-ended', null])
    expect(nextOf(...ended)).toEqual(['stopped', 'line-removed', null])
    expect(nextOf(...ended, [3, act('line-removed')])).toEqual(['recovering', 'chart-vitals', 'signs-charted'])
    expect(nextOf(...ended, [3, act('line-removed')], [2, vitals])).toEqual(['recovering', 'answer-effects', 'adverse-effects'])
    expect(nextOf(...ended, [3, act('line-removed')], [2, vitals], [1, { kind: 'no-adverse-effects' }])).toEqual([
      'recovering',
      'discharge',
      null,
    ])
  })

  test('says what went in and how long, and asks no model', () => {
    const visit = foldSession(timed(...ended))
    expect(administrationOf('fluid')?.given(visit, exampleAsOf)).toEqual({ value: '350', unit: 'mL' })
    expect(Date.parse(visit.stoppedAt ?? '') - Date.parse(visit.startedAt ?? '')).toBe(2 * 60_000)
    expect(administrationOf('fluid')?.regimen).toBeNull()
  })

  test('knows no act of a pump and none out of its turn', () => {
    const visit = foldSession(timed(...lined))
    for (const kind of ['drawn-up', 'started', 'checked-in', 'wasted'] as const) expect(may(visit, kind)).toBe('wrong-state')
    expect(may(visit, { kind: 'act', act: 'fluid-ended' })).toBe('wrong-state')
    expect(may(visit, { kind: 'act', act: 'no such act' })).toBe('wrong-state')
  })

  test('is not begun on signs that were never charted', () => {
    const visit = foldSession(timed(...came))
    expect(closedGates(gatesOfOwn('line-placed', { ...facts, visit, order }, exampleAsOf)).map((each) => each.id)).toEqual([
      'signs-charted',
    ])
    expect(notHereYet.code).toBe('arrive')
  })
})
