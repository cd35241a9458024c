import { z } from 'zod'
import { asked } from '../words/asked.ts'
import { earliestBirth } from './earliest-birth.ts'

// Beyond these a typing slip is meant, and a day before or after it is no date that every part of us can hold.
const days = { first: '1900-01-01', last: '2199-12-31' } as const

/** A calendar day from 1900 to 2199, in words of its own where it needs them. */
export const dayOf = (expected = asked('day-like-2026-11-23')) =>
  z.iso.date(expected).refine((day) => day >= days.first && day <= days.last, asked('day-between-1900-and-2199'))

/** A day of birth that can be; whether it lies in the future is for a door that knows today. */
export const birthDay = dayOf(asked('date-of-birth-like-1980-05')).refine(
  (day) => day >= earliestBirth,
  asked('date-of-birth-from-1900-on'),
)

/** An instant with its zone, as a browser or another program sends it. */
export const instantOf = (expected = asked('day-and-time-like')) => z.iso.datetime({ offset: true, error: expected })

/** One that is on record: people never type it. */
export const idOf = (what: string) => z.uuid(what)
