import { describe, expect, test } from 'vitest'
import { type LineTerms, lineFaults, missingOf, versionOn } from './line.ts'
import { shippedLineOf, shippedLines } from './shipped-lines.ts'

const drip: LineTerms = {
  words: {
    en: { name: 'Vitamin drip', about: 'Salt water and vitamins' },
    es: { name: 'Suero con vitaminas', about: 'Agua con sal y vitaminas' },
  },
  minutes: 60,
  priceUsd: '150',
  holds: ['consult', 'drug', 'nurse', 'monitoring'],
  cancelHours: 24,
  cancelFeeUsd: '75',
  bookedBy: 'staff',
  clinicianIds: null,
  chairIds: null,
  states: null,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 10,
  protocolIds: [],
}
const codes = (terms: Partial<LineTerms>) =>
  lineFaults('infusion', null, { ...drip, ...terms }).map(({ field, code }) => [field, code])

describe('a line', () => {
  test('is whole as it is shipped, and without a protocol', () => {
    for (const line of shippedLines) expect(lineFaults(line.takes, line, line), line.id).toEqual([])
    expect(codes({})).toEqual([])
  })

  test('has a price that holds consult, drug and monitoring, or none', () => {
    expect(codes({ holds: ['drug', 'nurse'] })).toEqual([['holds', 'line-price-complete']])
    expect(missingOf('infusion', { priceUsd: '1', holds: ['drug'] })).toEqual(['consult', 'monitoring'])
    expect(codes({ holds: [], priceUsd: null })).toEqual([])
  })

  test('with a price says what a late cancellation costs', () => {
    expect(codes({ cancelFeeUsd: null })).toEqual([['cancelFeeUsd', 'line-says-cancellation']])
  })

  test('keeps dollars exact', () => {
    for (const priceUsd of ['1.5', '-1', '1e3', '1,000', '', '0.999'])
      expect(codes({ priceUsd }), priceUsd).toContainEqual(['priceUsd', 'line-dollars'])
  })

  test('of a chair is booked by staff, and the call is free', () => {
    expect(codes({ bookedBy: 'public' })).toEqual([['bookedBy', 'line-public-only-call']])
    const call = shippedLineOf('free-call')
    expect(call && lineFaults('call', call, { ...call, priceUsd: '20' }).map(({ code }) => code)).toEqual([
      'line-call-is-free',
      'line-says-cancellation',
    ])
  })

  test('says in minutes how long it takes, unless something else does', () => {
    expect(codes({ minutes: null })).toEqual([['minutes', 'line-minutes']])
    expect(codes({ minutes: null, protocolIds: ['hydration-saline'] })).toEqual([])
    const pain = shippedLineOf('pain-infusion')
    expect(pain && lineFaults('infusion', pain, { ...pain, minutes: 30 }).map(({ code }) => code)).toEqual([
      'line-minutes-said-elsewhere',
    ])
  })
})

test('of two versions that have begun the later beginning holds, and of one beginning the later word', () => {
  const versions = [
    { version: 1, holdsFrom: '2026-11-01' },
    { version: 2, holdsFrom: '2027-01-01' },
    { version: 3, holdsFrom: '2026-12-01' },
    { version: 4, holdsFrom: '2027-01-01' },
  ]
  expect(versionOn(versions, '2026-10-31')).toBeNull()
  expect(versionOn(versions, '2026-12-31')?.version).toBe(3)
  expect(versionOn(versions, '2027-01-01')?.version).toBe(4)
})
