import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { balanceLedger, compareCount, type LedgerKind, type LedgerLine, mayWithdraw, type Vial } from './ledger.ts'

const vial = (id: string): Vial => ({ id, mgPerMl: '50', volumeMl: '10', expiresOn: '2027-08-31' })
let serial = 0
const line = (kind: LedgerKind, ml: string, more: Partial<LedgerLine> = {}): LedgerLine => ({
  id: `l${++serial}`,
  kind,
  vialId: 'a',
  ml,
  mg: String(Math.abs(Number(ml) * 50)),
  sessionId: null,
  correctsId: null,
  ...more,
})
const opened = () => [
  line('received', '10'),
  line('withdrawn', '-0.7'),
  line('withdrawn', '-0.7'),
  line('withdrawn', '-2'),
  line('withdrawn', '-0.4'),
]

describe('the controlled-drug book', () => {
  test('only what enters or leaves the safe changes its balance', () => {
    const { rows, vials, inSafeMl } = balanceLedger(
      [vial('a'), vial('b')],
      [
        line('received', '10'),
        line('received', '10', { vialId: 'b' }),
        line('withdrawn', '-0.84', { sessionId: 's' }),
        line('given', '0.5', { sessionId: 's', mg: '25' }),
        line('wasted', '0.34', { sessionId: 's', mg: '17' }),
      ],
    )
    expect(rows.map(({ balanceMl }) => balanceMl)).toEqual(['10', '20', '19.16', null, null])
    expect(vials).toEqual([
      { vialId: 'a', ml: '9.16', mg: '458', isSealed: false },
      { vialId: 'b', ml: '10', mg: '500', isSealed: true },
    ])
    expect(inSafeMl).toBe('19.16')
  })

  test('what left the safe is given, wasted or still open, to the hundredth of a milligram', () => {
    const { sessions } = balanceLedger(
      [vial('a')],
      [
        line('received', '10'),
        line('withdrawn', '-1.68', { sessionId: 's' }),
        line('given', '0.46', { sessionId: 's', mg: '23.1' }),
        line('wasted', '1.2', { sessionId: 's', mg: '60.85' }),
      ],
    )
    expect(sessions).toEqual([{ sessionId: 's', withdrawnMg: '84', givenMg: '23.1', wastedMg: '60.85', openMg: '0.05' }])
  })

  test('a correction is a new line: the old one stays, struck, and the new value counts', () => {
    const misread = line('withdrawn', '-1.86')
    const right = line('corrected', '-1.68', { correctsId: misread.id })
    const again = line('corrected', '-1.67', { correctsId: right.id })
    const { rows, inSafeMl } = balanceLedger([vial('a')], [line('received', '10'), misread, right, again])
    expect(rows.map(({ isStruck, kind }) => [kind, isStruck])).toEqual([
      ['received', false],
      ['withdrawn', true],
      ['withdrawn', true],
      ['withdrawn', false],
    ])
    expect(inSafeMl).toBe('8.33')
  })

  test('lines that cannot be right are named', () => {
    const wrong = [
      line('received', '-1'),
      line('withdrawn', '1'),
      line('withdrawn', '-0.005'),
      line('given', '-1'),
      line('corrected', '-1', { correctsId: 'gone' }),
      line('withdrawn', '-1', { vialId: 'z' }),
    ]
    const { faults } = balanceLedger([vial('a')], [line('received', '10'), ...wrong, line('withdrawn', '-10.01')])
    expect(faults).toHaveLength(7)
    expect(faults.at(-1)?.text).toBe('The vial did not hold that much')
  })

  test('a vial that was opened is never sealed again', () => {
    const { vials } = balanceLedger([vial('a')], [line('received', '10'), line('withdrawn', '-1'), line('returned', '1')])
    expect(vials[0]).toMatchObject({ ml: '10', isSealed: false })
  })

  test('a vial gives what it holds until it expires', () => {
    const ledger = balanceLedger([vial('a')], opened())
    expect(mayWithdraw(ledger, vial('a'), '6.2', '2027-08-31')).toBeNull()
    expect(mayWithdraw(ledger, vial('a'), '6.21', '2027-08-31')).toBe('vial-short')
    expect(mayWithdraw(ledger, vial('a'), '1', '2027-09-01')).toBe('vial-expired')
    expect(mayWithdraw(ledger, vial('b'), '1', '2027-01-01')).toBe('not-found')
  })

  test('a book of any honest withdrawals closes exactly', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: 30 }), (hundredths) => {
        const taken = hundredths.map((h) => line('withdrawn', (-h / 100).toFixed(2)))
        const { inSafeMl } = balanceLedger([vial('a')], [line('received', '100'), ...taken])
        expect(Math.round(Number(inSafeMl) * 100)).toBe(10_000 - hundredths.reduce((sum, h) => sum + h, 0))
      }),
    )
  })
})

describe('a count', () => {
  const ledger = () => balanceLedger([vial('a'), vial('b')], [...opened(), line('received', '10', { vialId: 'b' })])

  test('500 mg less 35, 35, 100 and 20 should be 310: 300 counted opens a discrepancy of 10 mg', () => {
    expect(ledger().vials[0]).toMatchObject({ ml: '6.2', mg: '310' })
    expect(compareCount(ledger(), { countedBy: 'x', sealed: 1, opened: [{ vialId: 'a', ml: '6' }] })).toEqual([
      { vialId: 'a', countedBy: 'x', book: '6.2', counted: '6', difference: '-0.2' },
    ])
  })

  test('an opened vial may differ by 2 % of the book, a sealed one not at all', () => {
    const count = (ml: string, sealed = 1) =>
      compareCount(ledger(), { countedBy: 'x', sealed, opened: [{ vialId: 'a', ml }] }).map(({ vialId }) => vialId)
    expect([count('6.076'), count('6.324'), count('6.07'), count('6.33')]).toEqual([[], [], ['a'], ['a']])
    expect(count('6.2', 2)).toEqual([null])
  })

  test('a vial left out of the count, or counted though it is not there, differs', () => {
    const count = (opened: { vialId: string; ml: string }[]) =>
      compareCount(ledger(), { countedBy: 'x', sealed: 1, opened }).map(({ vialId }) => vialId)
    expect(count([])).toEqual(['a'])
    expect(
      count([
        { vialId: 'a', ml: '6.2' },
        { vialId: 'q', ml: '1' },
      ]),
    ).toEqual(['q'])
  })
})
