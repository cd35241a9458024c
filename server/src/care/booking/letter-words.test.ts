import { readerOf } from '@dripline/clinical/words'
import { pseudoReader } from '@dripline/clinical/words/pseudo'
import { unsaidIn } from '@dripline/clinical/words/testing'
import { describe, expect, test } from 'vitest'
import { calendarFile } from './calendar-file.ts'
import { appointmentWords, type LetterAbout, missedWords, reminderWords } from './letter-words.ts'

const names = ['Blue Ridge', 'Robin', 'Zzz']
const about: LetterAbout = {
  kind: 'call',
  place: null,
  start: new Date('2026-11-24T15:15:00Z'),
  end: new Date('2026-11-24T15:30:00Z'),
  zone: 'America/New_York',
  state: 'booked',
  clinic: 'Blue Ridge',
  name: 'Robin',
  clinicPhone: '(540) 555-0100',
  phone: '+15405550142',
  url: 'https://clinic.example/l/abc/appointment',
  told: null,
  also: [{ start: new Date('2026-11-25T15:15:00Z'), zone: 'America/New_York', url: 'https://clinic.example/l/def/appointment' }],
  words: 'Zzz',
  policies: [{ kind: 'cancellation', text: 'Zzz' }],
}
const told = { sequence: 0, start: '2026-11-23T15:15:00Z', state: 'booked' } as const

const kinds = [
  { kind: 'call', place: null },
  { kind: 'evaluation', place: 'clinic' },
  { kind: 'evaluation', place: 'phone' },
  { kind: 'infusion', place: null },
] as const
const changes = [
  {},
  { told },
  { told: { ...told, start: null } },
  { state: 'cancelled', told },
  { state: 'cancelled', told: null },
  { name: ' ' },
  { clinicPhone: '' },
  { words: null },
] as const
const letters = kinds.flatMap((each) => changes.map((change) => ({ ...about, ...each, ...change })))
const written = [appointmentWords, missedWords, reminderWords]

describe('a letter about an appointment', () => {
  test.each(written.map((words) => [words.name, words] as const))(
    '%s: no word but of a message, a name or the desk’s own',
    (_, words) => {
      const texts = letters.flatMap((each) => Object.values(words(pseudoReader, each)))
      expect(texts.every((text) => text.includes('⟦'))).toBe(true)
      expect(texts.flatMap((text) => unsaidIn(text, names))).toEqual([])
    },
  )

  test('says in English what it always said', () => {
    expect(appointmentWords(readerOf('en'), { ...about, also: [], words: null, policies: [] })).toEqual({
      subject: 'Your call with Blue Ridge',
      body: `Hello Robin,

your call with Blue Ridge is booked. We will call you on Tuesday, November 24 at 10:15 AM ET, at the number you gave us that ends in 42. It takes about 15 minutes.

If this does not suit you, move or cancel your call here: https://clinic.example/l/abc/appointment

Blue Ridge
`,
    })
  })

  test('its calendar file has no word of its own but the clinic’s name', () => {
    const { text } = calendarFile(pseudoReader, {
      id: '0192a7c0-0000-7000-8000-000000000001',
      ...about,
      sequence: 0,
      changedAt: about.start,
      organizer: 'clinic@example.org',
      attendee: 'robin@example.test',
    })
    const [, summary = ''] = /^SUMMARY:(.*)$/m.exec(text.replaceAll(/\r\n[ \t]/g, '')) ?? []
    expect(summary).toContain('⟦')
    expect(unsaidIn(summary, names)).toEqual([])
    expect(text).not.toMatch(/^(DESCRIPTION|LOCATION|COMMENT):/m)
  })
})
