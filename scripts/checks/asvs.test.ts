import { describe, expect, test } from 'vitest'
import { asvsFaults, namedBy, rowsOf, titlesIn } from './asvs.mjs'
import { requirements } from './asvs-ids.mjs'

const asked = new Map([
  ['1.1.1', 2],
  ['1.1.2', 1],
  ['1.2.1', 1],
])
const files: Record<string, string> = {
  'a.test.ts': "test('holds', () => {})\nit.each([1])('holds %s', () => {})",
  'a.ts': 'export {}',
}
const textOf = (file: string) => files[file] ?? null

const good = [
  '| 1.1.1 | 2 | what it asks of us | met | "holds" in `a.test.ts`; `a.ts` |',
  '| 1.1.2 | 1 | what else it asks | not met | because nobody has done it |',
  '| 1.2.1 | 1 | something we lack | not applicable | because there is none |',
]
const head = '| met | 1 |\n| not applicable | 1 |\n| not met | 1 |\n| all | 3 |'
const faultsOf = (rows: readonly string[], counts = head) => asvsFaults([counts, ...rows].join('\n'), asked, textOf)
const instead = (place: number, row: string) => faultsOf(good.map((each, i) => (i === place ? row : each)))

describe('the security checklist', () => {
  test('is whole as it stands', () => expect(asvsFaults()).toEqual([]))

  test('has the 246 requirements of levels 1 and 2, 70 of them of level 1, in sixteen chapters', () => {
    expect(requirements.size).toBe(246)
    expect([...requirements.values()].filter((level) => level === 1)).toHaveLength(70)
    expect(new Set([...requirements.keys()].map((id) => id.split('.')[0])).size).toBe(16)
    expect([requirements.get('6.2.1'), requirements.get('16.5.3'), requirements.get('2.4.2')]).toEqual([1, 2, undefined])
  })

  test('may say met by a test or a file, and anything else with a reason', () => expect(faultsOf(good)).toEqual([]))

  test.each([
    [1, '| 1.1.1 | 2 | what it asks of us | met | `a.ts` |', '1.1.1 stands 2 times'],
    [1, '', '1.1.2 stands 0 times'],
    [1, '| 9.9.9 | 1 | what else it asks | not met | because nobody has |', '9.9.9 is not of the list'],
    [0, '| 1.1.1 | 1 | what it asks of us | met | `a.ts` |', '1.1.1 is of level 2, not 1'],
    [0, '| 1.1.1 | 2 | what it asks of us | nearly met | `a.ts` |', '1.1.1 is neither met'],
    [0, '| 1.1.1 | 2 |  | met | `a.ts` |', '1.1.1 does not say what it asks'],
    [0, '| 1.1.1 | 2 | what it asks of us | met | `b.ts` |', '1.1.1 names b.ts, which is not there'],
    [0, '| 1.1.1 | 2 | what it asks of us | met | "holds not" in `a.test.ts` |', 'a.test.ts has no test “holds not”'],
    [0, '| 1.1.1 | 2 | what it asks of us | met | we are sure of it |', '1.1.1 names neither a test'],
    [0, '| 1.1.1 | 2 | what it asks of us | met | `a.ts`; and more |', '1.1.1 names neither a test'],
    [1, '| 1.1.2 | 1 | what else it asks | not met |  |', '1.1.2 is not met without a reason'],
    [2, '| 1.2.1 | 1 | something we lack | not applicable | no |', '1.2.1 is not applicable without a reason'],
  ])('with row %d as %j is refused: %s', (place, row, fault) => {
    expect(instead(place, row).join('\n')).toContain(fault)
  })

  test('counts in its head what its rows say', () => {
    expect(faultsOf(good, head.replace('| met | 1 |', '| met | 2 |')).join()).toContain(
      'the head says 2 for “met”; the rows are 1',
    )
    expect(faultsOf(good, '').length).toBe(4)
  })

  test('reads titles of tests and of tables, and nothing that only looks like one', () => {
    const text =
      "describe('not this', () => {\n  test('one', () => {})\n  it.each([2])(`two %s`, () => {})\n  // test('three')\n  best('four')\n})"
    expect([...titlesIn(text)]).toEqual(['one', 'two %s'])
    expect(namedBy('"a; b" in `x.ts`; "c" in `y.ts`; `z.ts`')).toEqual([
      { title: 'a; b', file: 'x.ts' },
      { title: 'c', file: 'y.ts' },
      { file: 'z.ts' },
    ])
    expect(rowsOf('| 1.2.3 | 2 | asks | met | `a` |\n| no | row |')).toMatchObject([{ id: '1.2.3', level: 2, by: '`a`' }])
  })
})
