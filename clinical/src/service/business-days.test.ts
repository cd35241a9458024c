import { describe, expect, test } from 'vitest'
import { businessDaysAfter, businessDaysBetween, estimateAskedDueBy, estimateDueBy, isBusinessDay } from './business-days.ts'
import { federalHolidays } from './federal-holidays.ts'

describe('federal holidays', () => {
  test('of three years stand as the government lists them', () => {
    expect(federalHolidays(2026)).toEqual([
      '2026-01-01',
      '2026-01-19',
      '2026-02-16',
      '2026-05-25',
      '2026-06-19',
      '2026-07-03',
      '2026-09-07',
      '2026-10-12',
      '2026-11-11',
      '2026-11-26',
      '2026-12-25',
    ])
    expect(federalHolidays(2027)).toEqual([
      '2027-01-01',
      '2027-01-18',
      '2027-02-15',
      '2027-05-31',
      '2027-06-18',
      '2027-07-05',
      '2027-09-06',
      '2027-10-11',
      '2027-11-11',
      '2027-11-25',
      '2027-12-24',
      '2027-12-31',
    ])
    expect(federalHolidays(2028)).toEqual([
      '2028-01-17',
      '2028-02-21',
      '2028-05-29',
      '2028-06-19',
      '2028-07-04',
      '2028-09-04',
      '2028-10-09',
      '2028-11-10',
      '2028-11-23',
      '2028-12-25',
    ])
  })
})

describe('business days', () => {
  test('leave out weekends and holidays, and the day they are counted from', () => {
    expect(isBusinessDay('2026-11-26')).toBe(false)
    expect(isBusinessDay('2026-11-28')).toBe(false)
    expect(businessDaysAfter('2026-11-25', 1)).toBe('2026-11-27')
    expect(businessDaysAfter('2026-11-28', 1)).toBe('2026-11-30')
    expect(businessDaysBetween('2026-11-25', '2026-11-27')).toBe(1)
    expect(businessDaysBetween('2026-11-25', '2026-11-25')).toBe(0)
  })
})

describe('an estimate', () => {
  const booked = (bookedOn: string, serviceOn: string) => estimateDueBy({ bookedOn, serviceOn })

  test('is owed within one business day from three ahead, within three from ten ahead, and not below', () => {
    expect(booked('2026-11-30', '2026-12-02')).toBeNull()
    expect(booked('2026-11-30', '2026-12-03')).toBe('2026-12-01')
    expect(booked('2026-11-30', '2026-12-11')).toBe('2026-12-01')
    expect(booked('2026-11-30', '2026-12-14')).toBe('2026-12-03')
  })

  test('counts a holiday neither ahead nor within', () => {
    expect(booked('2026-11-25', '2026-11-30')).toBeNull()
    expect(booked('2026-11-25', '2026-12-01')).toBe('2026-11-27')
    expect(estimateAskedDueBy('2026-12-23')).toBe('2026-12-29')
  })
})
