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
  ])('%s is found', (text, what) => expect(sentencesRead(text)).toEqual([{ line: 1, what }]))

  test.each([
    "if (finding.code === 'not-known') ask()",
    "if (outcome.reason === 'no baseline') skip()",
    'const isIn = roles.includes(role)',
    'const exactText = value.toFixed()',
    'type Part = Intl.DateTimeFormatPartTypes',
    'const words = sayFault(fault)',
  ])('%s is not', (text) => expect(sentencesRead(text)).toEqual([]))

  test('no code of ours reads one', () => expect(sentenceFaults()).toEqual([]))
})
