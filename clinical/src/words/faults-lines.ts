/** What service lines, prices and estimates ask. */
export const lineFaults = {
  'line-words-in-each-language': 'a name and a line about it, in each language',
  'line-minutes-said-elsewhere': 'nothing here: an order or a policy says how long it takes',
  'line-minutes': ({ least, most }: { least: number; most: number }) => `whole minutes from ${least} to ${most}`,
  'line-hours': ({ most }: { most: number }) => `whole hours from 0 to ${most}`,
  'line-public-only-call': 'staff: the public books the free call and nothing else',
  'line-takes-other': 'nothing here: this line takes no time of theirs',
  'line-dollars': 'dollars, like 250 or 250.50',
  'line-call-is-free': '0: the call is free on every page',
  'line-price-complete': ({ missing }: { missing: readonly string[] }) =>
    `a complete price: it must hold ${missing.join(', ')} too`,
  'line-says-cancellation': 'until when one cancels for nothing, and what it costs later, 0 included',
  'line-not-promised': ({ quote }: { quote: string }) => `words without a promise or a number of how many are helped: “${quote}”`,
  'line-name-new': 'a name that no other service line has',
  'line-today-or-later': 'today or a later day',
  'line-clinician-here': 'a clinician who works here',
  'line-chair-here': 'a chair in use here',
  'line-state-here': 'a state the clinic works in',
  'line-with-price': 'a service line with a price, or a booking that has one',
  'line-in-force': 'a service line that may be booked on that day',
  'line-of-protocol': 'a service line under which this is ordered',
  'line-too-short': ({ minutes, needed }: { minutes: number; needed: number }) =>
    `an order that fits into the ${minutes} minutes of this line: this one needs ${needed}`,
} as const
