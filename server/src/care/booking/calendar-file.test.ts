import { readerOf } from '@dripline/clinical/words'
import { describe, expect, test } from 'vitest'
import { calendarFile } from './calendar-file.ts'

/** Reads a calendar by RFC 5545, 3.1: lines end in CRLF and hold at most 75 octets, a fold is CRLF and one blank. */
const parse = (text: string) => {
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  const physical = text.split('\r\n').filter(Boolean)
  for (const line of physical) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  const lines = text
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter(Boolean)
  const properties = lines.map((line) => {
    const [, name = '', parameters = '', value = ''] = /^([A-Z-]+)((?:;[A-Z-]+=(?:"[^"]*"|[^;:"]*))*):(.*)$/.exec(line) ?? []
    expect(name, line).not.toBe('')
    return { name, parameters, value }
  })
  const all = (name: string) => properties.filter((each) => each.name === name)
  const one = (name: string) => {
    expect(all(name), name).toHaveLength(1)
    return all(name)[0] as (typeof properties)[number]
  }
  return {
    all,
    one,
    order: properties.map(({ name, value }) => (name === 'BEGIN' || name === 'END' ? `${name}:${value}` : name)),
  }
}

const visit = {
  id: '0192a7c0-0000-7000-8000-000000000001',
  kind: 'evaluation',
  start: new Date('2026-11-24T15:15:00Z'),
  end: new Date('2026-11-24T16:00:00Z'),
  state: 'booked',
  sequence: 0,
  clinic: 'Clínica “Blue Ridge”, Infusion; Pain & Mood of the Upper Shenandoah Valley',
  url: 'https://clinic.example/l/abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrs/appointment',
  changedAt: new Date('2026-11-23T15:00:00Z'),
  organizer: 'clinic@example.org',
} as const
const attendee = 'robin@example.test'

describe('a calendar file', () => {
  test.each([
    ['REQUEST', { attendee }, 'CONFIRMED'],
    ['CANCEL', { attendee, state: 'cancelled', sequence: 3 }, 'CANCELLED'],
    ['PUBLISH', {}, 'CONFIRMED'],
    ['CANCEL', { state: 'cancelled', sequence: 3 }, 'CANCELLED'],
  ] as const)('as %s holds what RFC 5546 asks of it (%o)', (method, change, status) => {
    const { text, method: said } = calendarFile(readerOf('en'), { ...visit, ...change })
    const { one, all, order } = parse(text)
    expect(said).toBe(method)
    expect(order[0]).toBe('BEGIN:VCALENDAR')
    expect(order.at(-1)).toBe('END:VCALENDAR')
    expect(one('VERSION').value).toBe('2.0')
    expect(one('PRODID').value).not.toBe('')
    expect(one('METHOD').value).toBe(method)
    expect(one('UID').value).toBe(`${visit.id}@dripline`)
    expect(one('DTSTAMP').value).toBe('20261123T150000Z')
    expect(one('DTSTART').value).toBe('20261124T151500Z')
    expect(one('DTEND').value).toBe('20261124T160000Z')
    expect(one('STATUS').value).toBe(status)
    expect(one('SEQUENCE').value).toBe(String('sequence' in change ? change.sequence : 0))
    expect(one('ORGANIZER').value.toLowerCase()).toBe('mailto:clinic@example.org')
    expect(one('ORGANIZER').parameters).toContain('CN=')
    expect(all('ATTENDEE')).toHaveLength('attendee' in change ? 1 : 0)
    if (!('attendee' in change)) return
    expect(one('ATTENDEE').value.toLowerCase()).toBe(`mailto:${attendee}`)
    expect(one('ATTENDEE').parameters).toContain('RSVP=FALSE')
  })

  test('tells nobody why somebody comes, of whatever kind it is', () => {
    for (const kind of ['call', 'evaluation', 'infusion'] as const) {
      const { text } = calendarFile(readerOf('en'), { ...visit, kind, clinic: 'Blue Ridge', attendee })
      expect(text).not.toMatch(/ketamine|infusion|evaluation|pain|depress|patient|medic|treat/i)
    }
  })
})
