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
  'please-time': fault.time,
  'please-state': fault.state,
  'please-zone': fault.zone,
  'one-of-two': fault.oneOfTwo,
  'cancel-it-or-leave-it': fault.oneOfTwo,
}

/**
 * What is wrong with a field of a page that callers and patients fill in. Whatever else a form of ours can get wrong is something
 * that is chosen, and not typed.
 */
export const publicFault = (to: Reader, { code, params = {} }: FaultSaid): string =>
  (byCode[code] ?? fault.answer)(to, params as Readonly<Record<string, unknown>>)
