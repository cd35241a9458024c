import * as fault from './fault.generated.ts'
import type { FaultSaid } from './fault-words.ts'
import type { Reader } from './reader.ts'

type Said = (to: Reader, params: Readonly<Record<string, unknown>>) => string

const byCode: Readonly<Partial<Record<FaultSaid['code'], Said>>> = {
  'please-one-line': fault.oneLine,
  'please-shorter': (to, { most }) => fault.shorter(to, { most: Number(most) }),
  'please-first-and-last-name': fault.fullName,
  'please-phone-number': (to, { like }) => fault.phone(to, { like: String(like) }),
  'please-email': fault.email,
  'please-email-plain-letters': fault.emailPlainLetters,
  'please-email-shorter': fault.emailShorter,
  'one-of-two': fault.oneOfTwo,
  'cancel-it-or-leave-it': fault.oneOfTwo,
}

// Whatever else a form of ours can get wrong is something that is chosen, and not typed.
const byField: Readonly<Record<string, Said>> = { start: fault.time, state: fault.state, zone: fault.zone }

/** What is wrong with a field of a page that callers and patients fill in. */
export const publicFault = (to: Reader, { field, code, params = {} }: FaultSaid & { field: string }): string =>
  (byCode[code] ?? byField[field] ?? fault.answer)(to, params as Readonly<Record<string, unknown>>)
