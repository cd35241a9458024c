import type { FaultSaid, FaultWords } from './fault-words.ts'
import { asWritten, type ParamsFor } from './said.ts'

/** What a shape says of a fault, as zod carries it: the code and its params in one line, read again at the door by `faultSaid`. */
export const asked = <Code extends keyof FaultWords & string>(code: Code, ...[params]: ParamsFor<FaultWords, Code>): string =>
  JSON.stringify({ code, params: params ?? {} })

/** The same for a fault that was said already. */
export const askedAs = ({ code, params }: FaultSaid): string => JSON.stringify({ code, params: params ?? {} })

/** What a shape said, as data; words that are no code of ours stay as they were written. */
export function faultSaid(message: string): FaultSaid {
  try {
    const said: unknown = JSON.parse(message)
    if (said !== null && typeof said === 'object' && 'code' in said && typeof said.code === 'string') return said as FaultSaid
  } catch {
    // Not ours.
  }
  return asWritten(message)
}
