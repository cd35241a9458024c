import { describe, expect, test } from 'vitest'
import { csvOf } from './csv.ts'

const lines = (...cells: Parameters<typeof csvOf>[1][number]) => csvOf(['a'], [cells]).slice(1).split('\r\n')[1]

describe('a list as a file for a spreadsheet', () => {
  test.each(['=1+1', '+1 540 555 0142', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '  =cmd|x', '＝1+1', '-1 or so'])(
    '%j cannot be run as a formula',
    (text) => {
      expect(lines(text)?.replace(/^"/, '').startsWith("'")).toBe(true)
    },
  )

  test('numbers stay numbers, below zero too', () => {
    expect(lines(-1.5, '-1.5', 0)).toBe('-1.5,-1.5,0')
  })

  test('quotes, commas and line ends stand inside a cell; nothing is left out and unknown is empty', () => {
    expect(
      csvOf(
        ['who', 'what'],
        [
          ['Reed, "Anna"', 'one\ntwo'],
          [null, undefined],
        ],
      ),
    ).toBe('\uFEFFwho,what\r\n"Reed, ""Anna""","one\ntwo"\r\n,\r\n')
  })
})
