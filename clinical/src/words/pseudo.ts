import type { Reader, Rewrite } from './reader.ts'

/** Where a message begins and ends. */
export const [OPEN, CLOSE] = ['⟦', '⟧'] as const

const accents: Readonly<Record<string, string>> = {
  ...{ a: 'áà', e: 'éè', i: 'íì', o: 'óò', u: 'úù', y: 'ýÿ', A: 'Áà', E: 'Éè', I: 'Íì', O: 'Óò', U: 'Úù' },
  ...{ c: 'ç', g: 'ğ', n: 'ñ', r: 'ř', s: 'š', t: 'ţ', z: 'ž', C: 'Ç', G: 'Ğ', N: 'Ñ', R: 'Ř', S: 'Š', T: 'Ţ', Z: 'Ž' },
}
const LONGER = 1.4
const longer = (text: string) => [...text].map((letter) => accents[letter] ?? letter).join('')

// What a value brought stays as it was: it is somebody's name, or marked already.
const around = (text: string, kept: readonly string[]): string => {
  const [first, ...rest] = kept
  if (first === undefined) return longer(text)
  return text
    .split(first)
    .map((part) => around(part, rest))
    .join(first)
}

// In short pieces, as words are, so that it breaks where words do.
const FILLER = '~~~~ '
const filled = (text: string, was: number) => {
  const lacking = Math.max(0, Math.ceil(was * LONGER) - text.length)
  return text + FILLER.repeat(Math.ceil(lacking / FILLER.length)).slice(0, lacking)
}

/** A text of an English message made two fifths longer, with accents, between marks. */
export const pseudo = (text: string, kept: readonly string[] = []): string =>
  `${OPEN}${filled(around(text, kept), text.length)}${CLOSE}`

const SENTINEL = '\uE000'

// A value that only chooses between forms is not in the text, though its letters may be.
const isShown = <V extends object>(text: (values: V) => unknown, values: V, name: string): boolean => {
  const shown: string[] = []
  const marked = Object.entries({ ...values, [name]: SENTINEL }).map(([key, value]) =>
    typeof value === 'function' ? [key, (parts: unknown) => shown.push(String(parts))] : [key, value],
  )
  shown.push(String(text(Object.fromEntries(marked))))
  return shown.some((each) => each.includes(SENTINEL))
}

const rewrite: Rewrite = (text, values) => {
  const kept = Object.entries(values)
    .filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '')
    .filter(([name]) => isShown(text, values, name))
    .map(([, value]) => value)
    .sort((a, b) => b.length - a.length)
  const inside = <T>(parts: T): T =>
    (Array.isArray(parts) ? parts.map((part) => (typeof part === 'string' ? around(part, kept) : part)) : parts) as T
  const marked = Object.entries(values).map(([name, value]) =>
    typeof value === 'function' ? [name, (parts: unknown) => value(inside(parts))] : [name, value],
  )
  const said = text(Object.fromEntries(marked))
  if (typeof said === 'string') return pseudo(said, kept) as typeof said
  return (Array.isArray(said) ? [OPEN, ...inside(said), CLOSE] : said) as typeof said
}

/** Reads every message in English made strange: for tests and for whoever writes pages, never for a clinic. */
export const pseudoReader: Reader = { locale: 'en', rewrite }
