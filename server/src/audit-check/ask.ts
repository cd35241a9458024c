import { createHash } from 'node:crypto'

export type Row = Record<string, unknown>
/** Asks the database one question, as its owner. */
export type Ask = (text: string, values?: unknown[]) => Promise<Row[]>

/** `bad` is a fault that was found; `cannot check` means that what is there neither proves nor disproves the trail. */
export type Verdict = 'ok' | 'bad' | 'cannot check'
export type Result = { readonly verdict: Verdict; readonly says: string }

/** Hash of a text, as the trail writes it. */
export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** What stands for the line before the first. */
export const BEFORE_FIRST = sha256('dripline')

/** The first fault of a clinic's trail. */
export class Bad extends Error {}
export const badLine = (line: number, why: string) => new Bad(`bad line ${line}: ${why}`)

/** A JSON object, or null for whatever else the text is. */
export const parsed = (text: string): Row | null => {
  try {
    const value: unknown = JSON.parse(text)
    return value !== null && typeof value === 'object' ? (value as Row) : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
