import { z } from 'zod'

type Issue = Parameters<z.core.$ZodErrorMap>[0]

const things: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'yes or no',
  array: 'a list',
  object: 'a set of fields',
  date: 'a date',
  null: 'nothing',
}

const count = (most: number | bigint, thing: string) => `${most} ${Number(most) === 1 ? thing : `${thing}s`}`

const sized = (word: string, { origin }: { origin: string }, size: number | bigint) => {
  if (origin === 'string') return `${word} ${count(size, 'character')}`
  if (origin === 'array' || origin === 'set') return `${word} ${count(size, 'entry').replace('entrys', 'entries')}`
  return `${word} ${size}`
}

const formats: Readonly<Record<string, string>> = {
  email: 'an email address, like name@example.org',
  uuid: 'one that is on record',
  date: 'a day, like 2026-11-23',
  datetime: 'a day and time',
  time: 'a time, like 09:30',
  url: 'a web address',
}

/** What zod would say of a fault, in plain words: no type names, no "expected", no path. A shape's own words come first. */
export function plainWords(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'an answer: it is missing' : (things[issue.expected] ?? 'something else')
    case 'too_big':
      return sized('at most', issue, issue.maximum)
    case 'too_small':
      return issue.origin === 'string' && issue.minimum === 1
        ? 'an answer: it is missing'
        : sized('at least', issue, issue.minimum)
    case 'invalid_format':
      return formats[issue.format] ?? 'something written differently'
    case 'invalid_value':
      return issue.values.length > 1 ? `one of: ${issue.values.join(', ')}` : String(issue.values[0])
    case 'not_multiple_of':
      return `a multiple of ${issue.divisor}`
    case 'unrecognized_keys':
      return 'nothing: this is not asked here'
    default:
      return 'something that can be read here'
  }
}

z.config({ customError: plainWords })
