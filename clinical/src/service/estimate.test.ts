import { expect, test } from 'vitest'
import { type BookedService, estimateOwed, totalOf } from './estimate.ts'
import { shippedLines } from './shipped-lines.ts'

const pain = shippedLines.find(({ id }) => id === 'pain-infusion')
if (!pain) throw new Error('no line')
const line = { ...pain, version: 1, priceUsd: '1000.10', cancelHours: 24, cancelFeeUsd: '75' }
const visit = (appointmentId: string, serviceOn: string, change: Partial<BookedService> = {}): BookedService => ({
  appointmentId,
  serviceOn,
  bookedOn: '2026-11-30',
  line,
  ...change,
})
const today = '2026-11-30'

test('three business days ahead it is owed by the next, ten ahead by the third, nearer not at all', () => {
  expect(estimateOwed([visit('a', '2026-12-02')], null, today)).toBeNull()
  expect(estimateOwed([visit('a', '2026-12-03')], null, today)?.dueBy).toBe('2026-12-01')
  expect(estimateOwed([visit('a', '2026-12-14')], null, today)?.dueBy).toBe('2026-12-03')
  expect(estimateOwed([visit('a', '2026-12-14'), visit('b', '2026-12-04')], null, today)?.dueBy).toBe('2026-12-01')
})

test('what is free, has no price yet or is of no line is in none', () => {
  for (const other of [{ ...line, priceUsd: '0' }, { ...line, priceUsd: null }, null])
    expect(estimateOwed([visit('a', '2026-12-14', { line: other })], null, today)).toBeNull()
})

test('a new one is owed when a price, a day or a visit changes, and not when nothing does or a visit is over', () => {
  const booked = [visit('a', '2026-12-03'), visit('b', '2026-12-14')]
  const last = estimateOwed(booked, null, today)
  expect(last).not.toBeNull()
  expect(estimateOwed(booked, last, today)).toBeNull()
  expect(estimateOwed(booked.slice(1), last, '2026-12-04')).toBeNull()
  expect(estimateOwed(booked.slice(1), last, today)?.items).toHaveLength(1)
  expect(estimateOwed([visit('a', '2026-12-04'), visit('b', '2026-12-14')], last, today)?.dueBy).toBe('2026-12-01')
  const dearer = booked.map((each) => ({ ...each, line: { ...line, priceUsd: '1100' } }))
  expect(estimateOwed(dearer, last, today)?.dueBy).toBe('2026-12-01')
})

test('the whole is exact', () => {
  const items = estimateOwed([visit('a', '2026-12-03'), visit('b', '2026-12-14')], null, today)?.items ?? []
  expect(totalOf(items)).toBe('2000.2')
  expect(totalOf(items.map((item) => ({ ...item, count: 10 })))).toBe('20002')
})
