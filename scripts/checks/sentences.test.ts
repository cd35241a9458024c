import { describe, expect, test } from 'vitest'
import { sentenceFaults, sentencesRead } from './sentences.mjs'

describe('sentences', () => {
  test.each([
    ["if (finding.reason.startsWith('Not known')) ask()", 'reads a sentence: go by its code'],
    ["const label = expected.replace('to be acknowledged: ', '')", 'reads a sentence: go by its code'],
    ['const isSoon = /^due in/.test(detail)', 'reads a sentence: go by its code'],
    ["const [first] = each!.clearsWhen.split(':')", 'reads a sentence: go by its code'],
    ["if (fault.message === 'Nothing was saved.') again()", 'compares a sentence: go by its code'],
    ['const shown = mg.toFixed(2)', 'formats past the formatter'],
    ["const shown = rate.toLocaleString('en-US')", 'formats past the formatter'],
    ["const day = new Intl.DateTimeFormat('en-US').format(at)", 'formats past the formatter'],
    ['const day = at.toISOString().slice(0, 10)', 'cuts a date out of an instant: ask dateOf'],
    ['const shown = mg.toPrecision(3)', 'formats past the formatter'],
    ['const hour = at.getHours()', 'formats past the formatter'],
    ['export type Finding = { rule: string; reason: string }', 'says it in a free string: a code and its params'],
    ['type Checked = { value: Said | null; clearsWhen: string | null }', 'says it in a free string: a code and its params'],
    ['interface Judgement { reading: string }', 'says it in a free string: a code and its params'],
    ['type DoseCheck = { id: string; text: string }', 'says it in a free string: a code and its params'],
    ["const day = z.string('a day, like today')", 'asks in a free string: asked(…)'],
    ["const at = z.iso.datetime({ offset: true, error: 'an instant' })", 'asks in a free string: asked(…)'],
    ["const ml = z.string().min(1).max(80, 'some words')", 'asks in a free string: asked(…)'],
  ])('%s is found', (text, what) => expect(sentencesRead(text)).toEqual([{ line: 1, what }]))

  test.each([
    "if (finding.code === 'not-known') ask()",
    "if (outcome.reason === 'no baseline') skip()",
    'const isIn = roles.includes(role)',
    'const exactText = value.toFixed()',
    'type Part = Intl.DateTimeFormatPartTypes',
    'const words = sayFault(fault)',
    'type Finding = { rule: string; title: string; reason: Said }',
    'type StoredFinding = { reason: Said | string }',
    'type Mitigation = { rule: string; words: string }',
    "const kind = z.literal('a drug').default('a drug')",
    "const day = z.string(asked('day-like-2026-11-23')).min(1, asked('some-words'))",
  ])('%s is not', (text) => expect(sentencesRead(text)).toEqual([]))

  test('what a fault takes is no sentence', () => {
    const table = "const faults = { 'to-be-cleared': ({ reason }: { reason: string }) => `to be cleared: ${reason}` }"
    expect(sentencesRead(table, 'clinical/src/words/faults-care.ts')).toHaveLength(1)
    expect(sentencesRead(table.replace('string', 'Said'), 'clinical/src/words/faults-care.ts')).toEqual([])
  })

  test('no code of ours reads one', () => expect(sentenceFaults()).toEqual([]))
})
