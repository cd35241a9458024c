import { describe, expect, test } from 'vitest'
import { administrationOf, administrations } from './administrations.ts'
import { commonEntries } from './common-entries.ts'
import { gates } from './gates.ts'
import { foldSession } from './infusion.ts'
import { type EventBody, eventBody, type SessionEvent } from './infusion-events.ts'
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

  test('leads from having come to having left', () => {
    const rules = { ...commonEntries, ...administration.entries }
    const known = new Set<string>(['arrived'])
    // Whether two readings agree is worked out from them: no single entry leads to `checked`.
    if ('drawn-up' in administration.entries) known.add('checked')
    for (const _round of sessionStates)
      for (const rule of Object.values(rules))
        if ('to' in rule && typeof rule.to === 'string' && rule.in.some((state) => known.has(state))) known.add(rule.to)
    expect(known).toContain('left')
  })
})

test('every kind of entry is that of any visit or of an administration', () => {
  const own = administrations.flatMap(({ entries }) => Object.keys(entries))
  const kinds = eventBody.options.map(({ shape }) => shape.kind.value)
  expect(kinds.filter((kind) => !(kind in commonEntries) && !own.includes(kind))).toEqual([])
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
