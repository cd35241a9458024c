import { describe, expect, test } from 'vitest'
import { figure, quantity } from './quantity.tsx'
import { sayDay, saySpan, sayTime, writeDates } from './when.ts'

const plain = (text: string) => text.replaceAll('\u2060', '').replaceAll('\u2005', ' ')

describe('a quantity', () => {
  test.each([
    ['35.00', 'mg', '35 mg'],
    ['.5', 'mg', '0.5 mg'],
    ['0.350', 'mg/mL', '0.35 mg/mL'],
    [1500, 'mg', '1,500 mg'],
    ['-0.7', 'mL', '−0.7 mL'],
    ['100', 'mL', '100 mL'],
  ])('%s with %s is written %s', (value, unit, written) => {
    expect(plain(quantity(value, unit))).toBe(written)
  })

  test('number and unit never part at the end of a line', () => {
    expect(quantity(35, 'mg')).toBe('35\u2060\u2005\u2060mg')
  })

  test('a figure keeps every digit of an exact decimal', () => {
    expect(figure('12345678901234567890.1200')).toBe('12,345,678,901,234,567,890.12')
  })
})

describe('time in words', () => {
  const at = '2026-11-23T15:48:00Z'

  test('the workspace has 24 hours, public pages the visitor’s habit', () => {
    expect(sayTime(at, 'America/New_York')).toBe('10:48')
    expect(sayTime('2026-11-23T19:30:00Z', 'America/New_York', 'public time')).toBe('2:30 pm')
    expect(sayTime('2026-11-23T05:05:00Z', 'America/New_York', 'public time')).toBe('12:05 am')
    expect(sayTime(at, 'America/New_York', 'public day and time')).toBe('Monday, November 23, 10:48 am')
  })

  test('an instant has the day of its zone', () => {
    expect(sayTime('2026-11-24T03:00:00Z', 'America/New_York', 'day and time')).toBe('Mon, Nov 23, 22:00')
    expect(sayTime('2026-11-24T03:00:00Z', 'Europe/London', 'day')).toBe('Tue, Nov 24')
  })

  test('a day is written as the clinic writes it', () => {
    const said = (form: 'short day' | 'full day and time') => sayTime('2026-11-24T03:00:00Z', 'America/New_York', form)
    expect([said('short day'), said('full day and time')]).toEqual(['Nov 23', 'Mon, Nov 23, 2026, 22:00'])
    expect(sayDay('1974-03-04')).toBe('Mar 4, 1974')
    writeDates('day first')
    expect([said('short day'), said('full day and time')]).toEqual(['23 Nov', 'Mon 23 Nov 2026, 22:00'])
    expect(sayDay('1974-03-04')).toBe('4 Mar 1974')
    writeDates('month first')
  })

  test.each([
    [0, '0 min'],
    [59.9, '59 min'],
    [60, '1 h'],
    [103, '1 h 43 min'],
    [-3, '0 min'],
  ])('%s minutes are %s', (minutes, said) => {
    expect(saySpan(minutes)).toBe(said)
  })

  test('what is next to nothing keeps its size: no power of ten is cut', () => {
    expect(figure(8.04e-10)).toBe('0.000000000804')
    expect(figure(1.5e21)).toBe('1,500,000,000,000,000,000,000')
  })
})
