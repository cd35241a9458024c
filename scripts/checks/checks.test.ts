import { describe, expect, test } from 'vitest'
import { sizeFaults } from './file-sizes.mjs'
import { glossary, refusedWords } from './glossary.mjs'
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
    "import '../work/day.ts'",
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
