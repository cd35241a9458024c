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

const formats: Readonly<Record<string, string>> = {
  email: 'an email address, like name@example.org',
  uuid: 'one that is on record',
  date: 'a day, like 2026-11-23',
  datetime: 'a day and time',
  time: 'a time, like 09:30',
  url: 'a web address',
}

const counted = (many: number, one: string, more: string) => `${many} ${many === 1 ? one : more}`

const sized = (of: string, size: number) => {
  if (of === 'string') return counted(size, 'character', 'characters')
  return of === 'array' || of === 'set' ? counted(size, 'entry', 'entries') : String(size)
}

/** What a shape without words of its own says. */
export const shapeFaults = {
  'answer-missing': 'an answer: it is missing',
  'kind-of-value': ({ kind }: { kind: string }) => things[kind] ?? 'something else',
  'at-most-size': ({ of, most }: { of: string; most: number }) => `at most ${sized(of, most)}`,
  'at-least-size': ({ of, least }: { of: string; least: number }) => `at least ${sized(of, least)}`,
  'written-as': ({ format }: { format: string }) => formats[format] ?? 'something written differently',
  'one-of-values': ({ values }: { values: readonly string[] }) =>
    values.length > 1 ? `one of: ${values.join(', ')}` : String(values[0]),
  'multiple-of': ({ divisor }: { divisor: number }) => `a multiple of ${divisor}`,
  'not-asked-here': 'nothing: this is not asked here',
  'something-readable': 'something that can be read here',
  'one-line-of-ordinary-letters': 'one line of ordinary letters, without control characters',
  'text-without-control-characters': 'text without control characters',
  'first-and-last-name': 'a first and last name',
  'phone-number-that-can-be-called': ({ like }: { like: string }) =>
    `a phone number that can be called, with its area code, like ${like}; anything else belongs in a note`,
  'email-address-like': 'an email address, like name@example.org',
  'email-plain-letters': 'an address with plain letters before the @: we cannot send to other letters there yet',
  'email-at-most-254': 'an email address of at most 254 characters',
  'at-least-one-sign': 'at least one sign: an entry without a value is none',
  'at-least-one-score': 'at least one score: an entry without a value is none',
  'day-like-2026-11-23': 'a day, like 2026-11-23',
  'day-and-time-like': 'a day and time, like 2026-11-23T09:00:00Z',
} as const
