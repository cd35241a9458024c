import { AS_WRITTEN, asWritten, type ParamsFor, type Said, type Sentences, say } from './said.ts'

/** Says one of a definition's own sentences, typed by them; under its name, where whoever runs it does not give it. */
export const saying =
  <const Table extends Sentences>(_sentences: Table, name?: string) =>
  <Code extends keyof Table & string>(code: Code, ...[params]: ParamsFor<Table, Code>): Said => ({
    code: name === undefined ? code : `${name}.${code}`,
    ...(params !== undefined && { params: params as object }),
  })

/** The same under the name of the definition that says it: `rule.liver.class-c`. */
export const saidBy = (name: string, said: Said): Said =>
  said.code === AS_WRITTEN ? said : { ...said, code: `${name}.${said.code}` }

/** The sentences of a definition under its name. */
export const named = (name: string, sentences: Sentences): Sentences =>
  Object.fromEntries(Object.entries(sentences).map(([code, words]) => [`${name}.${code}`, words]))

/** What a record says: as data or, in one of before sentences were data, in its own words, which stand as they are. */
export const saidIn = (kept: Said | string): Said => (typeof kept === 'string' ? asWritten(kept) : kept)

let opened: Sentences = {}
/** Opens the sentences of definitions to whatever carries something that they say: the workspace has all of them, a public page none. */
export const openWords = (sentences: Sentences): void => {
  opened = { ...opened, ...sentences }
}

/** The words of something that is said within something else. */
export const sayWithin = (said: Said): string => say(opened, said)
