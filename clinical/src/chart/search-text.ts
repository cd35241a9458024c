/** One thing to look for, and every way in which it may stand on record: a beginning of a name, an e-mail, a phone's figures, a birth date. */
export type SearchToken = readonly { readonly kind: 'name' | 'email' | 'phone' | 'born'; readonly text: string }[]

export type SearchText = {
  readonly tokens: readonly SearchToken[]
  /** How figures were read, in words: "November 23, 1992"; null where there was nothing to read in two ways. */
  readonly readAs: string | null
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const
const monthWord =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
const monthOf = (word: string) => months.findIndex((name) => name.toLowerCase().startsWith(word.toLowerCase().slice(0, 3))) + 1

type Day = { year: number; month?: number; day?: number }

const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()
const isPossible = ({ year, month = 1, day = 1 }: Day) =>
  year >= 1900 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)

const two = (figure: number) => String(figure).padStart(2, '0')
const iso = ({ year, month, day }: Day) => [String(year), ...(month ? [two(month)] : []), ...(day ? [two(day)] : [])].join('-')
const said = ({ year, month, day }: Day) => (month ? `${months[month - 1]} ${day ? `${day}, ` : ''}${year}` : String(year))

/** Two figures of a year are read as both centuries in which somebody can have been born. */
const yearsOf = (text: string): number[] => (text.length === 2 ? [1900 + Number(text), 2000 + Number(text)] : [Number(text)])

// Month first, as it is written here; where that is no day, day first.
const byFigures = (first: number, second: number, year: number): Day => {
  const american = { year, month: first, day: second }
  return isPossible(american) ? american : { year, month: second, day: first }
}

type Pattern = { readonly form: RegExp; readonly days: (found: readonly string[]) => Day[] }
const patterns: readonly Pattern[] = [
  { form: /\b(\d{4})-(\d{1,2})-(\d{1,2})\b/, days: ([, y, m, d]) => [{ year: Number(y), month: Number(m), day: Number(d) }] },
  { form: /\b(\d{4})-(\d{2})\b(?!-)/, days: ([, y, m]) => [{ year: Number(y), month: Number(m) }] },
  {
    form: /(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/.-])/,
    days: ([, a, , b, y = '']) => yearsOf(y).map((year) => byFigures(Number(a), Number(b), year)),
  },
  { form: /(?<![\d/])(\d{1,2})\/(\d{4})(?![\d/])/, days: ([, m, y]) => [{ year: Number(y), month: Number(m) }] },
  {
    form: new RegExp(`\\b(${monthWord})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b`, 'i'),
    days: ([, m = '', d, y]) => [{ year: Number(y), month: monthOf(m), day: Number(d) }],
  },
  {
    form: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? (${monthWord})\\.?,? (\\d{4})\\b`, 'i'),
    days: ([, d, m = '', y]) => [{ year: Number(y), month: monthOf(m), day: Number(d) }],
  },
  {
    form: new RegExp(`\\b(${monthWord})\\.? (\\d{4})\\b`, 'i'),
    days: ([, m = '', y]) => [{ year: Number(y), month: monthOf(m) }],
  },
]

const LEAST_FIGURES = 3
const NATIONAL = 10

// As they are dialed within the United States: +1 and a leading 1 of eleven figures say only the country.
const phoneOf = (text: string) => {
  const figures = text.replace(/\D/g, '')
  const isLong = figures.length === NATIONAL + 1 && figures.startsWith('1')
  return isLong || /^\s*\+\s*1/.test(text) ? figures.slice(1) : figures
}

// Four figures can be a year or the end of a phone number, eight a whole date: both are looked for.
const alsoBorn = (figures: string): Day[] => {
  if (figures.length === 4) return [{ year: Number(figures) }].filter(isPossible)
  if (figures.length !== 8) return []
  const [a, b, c] = [figures.slice(0, 2), figures.slice(2, 4), figures.slice(4)].map(Number)
  const isoDay = { year: Number(figures.slice(0, 4)), month: Number(figures.slice(4, 6)), day: Number(figures.slice(6)) }
  return [byFigures(a ?? 0, b ?? 0, c ?? 0), isoDay].filter(isPossible)
}

type Reading = { rest: string; days: Day[] }
const dateIn = (text: string): Reading => {
  for (const { form, days } of patterns) {
    const found = form.exec(text)
    const possible = found ? days(found).filter(isPossible) : []
    if (found && possible.length > 0) return { rest: text.replace(found[0], ' '), days: possible }
  }
  return { rest: text, days: [] }
}

/** Reads what somebody typed into a search for a person: names in any order, an e-mail, a phone, a birth date in any usual form. */
export const readSearch = (typed: string): SearchText => {
  const text = typed.normalize('NFKC').replace(/\s+/g, ' ').trim()
  const { rest, days } = dateIn(text)
  const emails = rest.match(/\S*@\S*/g) ?? []
  const unmailed = emails.reduce((left, email) => left.replace(email, ' '), rest)
  const numbers = (unmailed.match(/\+?\d[\d\s().-]*\d|\d+/g) ?? []).map((number) => ({ number, figures: phoneOf(number) }))
  const words = unmailed
    .replace(/[+\d]/g, ' ')
    .split(/[\s,;]+/)
    .filter((word) => /\p{L}/u.test(word))
  const born = [...days, ...numbers.flatMap(({ figures }) => alsoBorn(figures))]
  const tokens: SearchToken[] = [
    ...(days.length > 0 ? [days.map((day) => ({ kind: 'born' as const, text: iso(day) }))] : []),
    ...emails.map((email) => [{ kind: 'email' as const, text: email.toLowerCase() }]),
    ...numbers
      .filter(({ figures }) => figures.length >= LEAST_FIGURES)
      .map(({ figures }) => [
        { kind: 'phone' as const, text: figures },
        ...alsoBorn(figures).map((day) => ({ kind: 'born' as const, text: iso(day) })),
      ]),
    ...words.map((word) => [{ kind: 'name' as const, text: word }]),
  ]
  const isSure = days.length > 0
  const readAs =
    born.length === 0 ? null : `born ${born.map(said).join(' or ')}${isSure ? '' : ', or a phone with these figures'}`
  return { tokens, readAs }
}

/** Whether two folded words are at most one typing slip apart: a letter more, less, other, or two exchanged. */
export const isOneSlip = (a: string, b: string): boolean => {
  if (a === b) return true
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.length - short.length > 1) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at += 1
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1)
  if (short.slice(at + 1) === long.slice(at + 1)) return true
  return short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2)
}
