/**
 * Something said as data: which sentence, and what it is about. Words are made of it where it is read. Params are numbers, ids,
 * names, instants and what people wrote themselves, or something said in its turn; never a sentence of ours.
 */
export type Said = { readonly code: string; readonly params?: object | undefined }

type NoParams = Readonly<Record<never, never>>

/** The sentences of one language by code: finished, or as a function of what they are about. */
export type Sentences = Readonly<Record<string, string | ((params: never) => string)>>

/** Everything that can be said with these sentences: each code with the params that its words take. */
export type SaidIn<Table extends Sentences> = {
  [Code in keyof Table & string]: Table[Code] extends (params: infer P) => string
    ? { readonly code: Code; readonly params: P }
    : { readonly code: Code; readonly params?: NoParams | undefined }
}[keyof Table & string]

/** The params that go with a code, as the last arguments of whoever says it. */
export type ParamsFor<Table extends Sentences, Code extends keyof Table> = Table[Code] extends (params: infer P) => string
  ? [params: P]
  : []

/** A sentence that was stored before sentences were data, or written by hand: shown as it stands. */
export const AS_WRITTEN = 'as-written'
export const asWritten = (text: string) => ({ code: AS_WRITTEN, params: { text } }) as const

type Worded = { text?: unknown }

/** The words of what was said. A code that these sentences do not know, from a newer server or an older record, is spelled out. */
export function say(sentences: Sentences, { code, params = {} }: Said): string {
  const words = Object.hasOwn(sentences, code) ? sentences[code] : undefined
  if (typeof words === 'function') return (words as (params: object) => string)(params)
  if (words !== undefined) return words
  return typeof (params as Worded).text === 'string' ? ((params as Worded).text as string) : code.replaceAll('-', ' ')
}
