import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { at } from '../place.mjs'
import { isCounted, sizeFaults } from './file-sizes.mjs'
import { glossary, refusedWords } from './glossary.mjs'
import { exempt, isLoose, isNamed, literalFaults, numbersIn } from './literals.mjs'
import { unsaidMessages, waysOf } from './messages.mjs'
import { clientFaults, writtenOut } from './one-client.mjs'
import { isPromise, promiseFaults, promises, sentencesIn } from './promises.mjs'
import { oldNamesIn, quantities, quantityFaults } from './quantities.mjs'
import { isForPeople } from './texts.mjs'
import { faultsIn } from './words.mjs'

describe('file sizes', () => {
  test('300 lines are allowed, 301 are not', () => {
    expect(
      sizeFaults([
        ['short.ts', 5],
        ['long.ts', 300],
      ]).filter((fault: string) => fault.startsWith('long')),
    ).toEqual([])
    expect(
      sizeFaults([
        ['short.ts', 5],
        ['tiny.ts', 4],
        ['long.ts', 301],
      ]),
    ).toEqual(['long.ts has 301 lines; the most is 300'])
  })

  test('half of the files stay under 60 lines', () => {
    expect(
      sizeFaults([
        ['a.ts', 10],
        ['b.ts', 59],
        ['c.ts', 200],
      ]),
    ).toEqual([])
    expect(
      sizeFaults([
        ['a.ts', 10],
        ['b.ts', 60],
        ['c.ts', 200],
      ]),
    ).toEqual(['the median file has 60 lines; it must stay under 60'])
  })

  test('only a name with “generated” in it is let off, whatever the file says of itself', () => {
    expect(isCounted('web/src/pages/pages.generated.ts')).toBe(false)
    expect(isCounted('clinical/src/screening/index.ts')).toBe(true)
    expect(isCounted('web/src/pages/generated.ts')).toBe(true)
  })
})

describe('words', () => {
  test.each([
    `// ${'TO'}DO: later`,
    `const chart = answer as ${'an'}y`,
    `// @ts-${'ignore'}`,
    `test.${'only'}('one', () => {})`,
    `describe.${'skip'}('some', () => {})`,
    `const data = '/${'home'}/somebody/data'`,
    `see /${'work'}/notes`,
  ])('refuses %s', (line) => expect(faultsIn(line)).toHaveLength(1))

  test.each([
    'as many as you like',
    'enter as any of them',
    "path: '/room'",
    'https://example.org/home/page',
    "import '../clinic/day.ts'",
    'only(test)',
    'mytodo',
  ])('lets %s stand', (line) => expect(faultsIn(line)).toEqual([]))
})

describe('the glossary', () => {
  const shown = (text: string) => glossary([{ file: 'a.tsx', line: 1, text }])

  test('refuses a word of its second table in any case and with any ending, and says what to write', () => {
    expect(shown('Anaesthetics are drugs')).toHaveLength(1)
    expect(shown('Signed anew.')[0]).toContain('again, or new')
    expect(shown('A center for anesthesia')).toEqual([])
  })

  test('has words to refuse, and reads no codes', () => {
    expect(refusedWords().length).toBeGreaterThan(20)
    expect(isForPeople('cancelled')).toBe(false)
    expect(isForPeople('Cancelled')).toBe(true)
    expect(isForPeople('the visit was cancelled')).toBe(true)
  })
})

describe('the one client', () => {
  test.each([
    ["useLoad<Room>('/api/session/room')", 'an address of the API'],
    ['const home = (id: string) => `/api/session/${id}`', 'an address of the API'],
    ["['', 'api', area].join('/')", 'an address of the API'],
    ["import type { ApiType } from '@dripline/server/api'", 'the server’s type'],
    ["const answer = await fetch('/healthz')", 'a request'],
  ])('refuses %s outside its file', (line, what) => expect(writtenOut(line)).toContainEqual({ what, line: 1 }))

  test.each([
    "import { call } from './api.ts'",
    'addressOf(api.session.room, { query })',
    "queryFn: ({ signal }) => call('GET', path, undefined, { signal })",
    'query.refetch()',
  ])('lets %s stand', (line) => expect(writtenOut(line)).toEqual([]))

  test('everything in the web asks by it', () => expect(clientFaults()).toEqual([]))
})

describe('promises', () => {
  test('everything promised to patients and callers is held by a test, and nothing else stands in the table', () => {
    expect(promiseFaults()).toEqual([])
  })

  test.each([
    ['We will write to you tomorrow.', true],
    ['You get a written price before you start.', true],
    ['You can have a full copy.', true],
    ['Your clinic gives you a number to call at any hour.', true],
    ['Somebody always answers.', true],
    ['It takes about 15 minutes.', false],
    ['Ask us what it will cost you before you agree.', false],
  ])('“%s” is a promise: %s', (sentence, expected) => {
    expect(isPromise(sentence)).toBe(expected)
  })

  test('are found in marked-up text, in letters and across what is filled in', () => {
    expect(sentencesIn('const a = <p>We will <b>always</b> call. Bye for now.</p>')).toContain('We will … call.')
    expect(sentencesIn(`const body = \`Hello,\n\nwe will phone you on \${when}.\``, 'letters.ts')).toContain(
      'Hello, we will phone you on ….',
    )
  })

  test('without a test, with a test that is gone, or said no more are each a fault', () => {
    const kept = promises.filter(({ says }) => !says.test('We will phone you'))
    expect(promiseFaults(undefined, kept).some((fault: string) => fault.includes('We will phone you'))).toBe(true)
    const gone = promises.map((each) => (each.by ? { ...each, by: 'gone.test.ts' } : each))
    expect(promiseFaults(undefined, gone).some((fault: string) => fault.startsWith('gone.test.ts has no'))).toBe(true)
    expect(promiseFaults(undefined, [...promises, { says: /a written price/, keptBy: 'nobody' }])).toEqual([
      'nobody says /a written price/ any more',
    ])
  })
})

describe('clinical numbers', () => {
  test('stand in definitions and nowhere else', () => {
    expect(literalFaults()).toEqual([])
  })

  test('and every exemption is of something that is there, with its reason', () => {
    for (const [place, reason] of Object.entries(exempt)) {
      expect([place, existsSync(at(place))]).toEqual([place, true])
      expect((reason as string).length).toBeGreaterThan(4)
    }
  })

  test.each([
    ['const lateAfter = 5', true],
    ['const limits = { stayMinutes: 45 }', true],
    ["const most = '0.35'", true],
    ['const late = (minutes: number) => minutes > 18', true],
    ['const half = (x: number) => x / 2', false],
    ['const hourMs = 3_600_000', false],
    ['const all = list.slice(0, 1)', false],
    ['const shown = plain(perKg, 3)', false],
  ])('clinical: %s is refused: %s', (text, expected) => {
    expect(numbersIn(text).some(isLoose)).toBe(expected)
  })

  test.each([
    ['const REMISSION_UNDER = 5', true],
    ['const SCORES_EVERY = 30', true],
    ["const MOST_WEIGHT_CHANGE = '2'", true],
    ['const REPEAT_WITHIN = { minutes: 5 }', true],
    ['const top = 56', false],
    ['const PING_MS = 5000', false],
    ['export const Row = () => <div style={{ width: 45 }} />', false],
  ])('server and web: %s is refused: %s', (text, expected) => {
    expect(numbersIn(text, 'row.tsx').some(isNamed)).toBe(expected)
  })
})

describe('messages', () => {
  test('that nobody says are a fault', () => {
    const nothing = { text: '', parts: [] }
    const areas = new Map([['home', new Map(['title', 'lead', 'name'].map((name) => [name, nothing] as const))]])
    const page = "import * as home from '@dripline/clinical/words/home'\nconst a = home.title(to)"
    const near = "import { lead as first } from '../words/home.generated.ts'"
    expect(unsaidMessages(areas, [page, near])).toEqual(['clinical/messages/en/home.json: nobody says name'])
  })

  test('are read by the checks in all their ways', () => {
    expect(waysOf('{kind, select, call {We will call} other {We wait}} for <b>{name}</b>')).toEqual([
      'We will call for …',
      'We wait for …',
    ])
    const kept = promises.filter(({ says }) => !says.test('You will always hear about a new time or a cancellation.'))
    expect(promiseFaults(undefined, kept).some((fault: string) => fault.startsWith('clinical/messages/en/'))).toBe(true)
  })
})

describe('quantities', () => {
  test('have one name everywhere, and the table of the glossary says which', () => {
    expect(quantityFaults()).toEqual([])
    expect(quantities().map(({ name }) => name)).toEqual(
      expect.arrayContaining(['doseMg', 'infusateMg', 'syringeMl', 'rateMlPerHour', 'vtbiMl']),
    )
  })

  test.each([
    ['infusate.totalMg', 'infusateMg'],
    ['const { drawUpMl } = order', 'syringeMl'],
    ['quantity(order.volumeMl)', 'vtbiMl'],
    ['order?.volumeMl', 'vtbiMl'],
    ['{ mlPerHour: rate }', 'rateMlPerHour'],
    ['sum.mgPerHour', 'rateMgPerHour'],
  ])('by their old name are refused: %s', (line, name) => {
    expect(oldNamesIn('server/src/care/session/start-infusion.ts', line)).toEqual([
      expect.stringContaining(`this quantity is called ${name}`),
    ])
  })

  test.each(['vial.volumeMl', 'amountMeasures.mlPerHour', 'limits.mlPerHourPlaces', 'const { syringeMl } = order'])(
    'let %s stand',
    (line) => expect(oldNamesIn('server/src/care/session/start-infusion.ts', line)).toEqual([]),
  )
})
