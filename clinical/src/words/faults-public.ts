import * as fault from './fault.generated.ts'
import { STAFF } from './format.ts'
import { readerOf } from './reader.ts'

const staff = readerOf(STAFF)

/** What a field of a public page says to whoever fills it in, as staff read it: the messages themselves. */
export const publicFaults = {
  'please-one-line': fault.oneLine(staff),
  'please-shorter': (values: { most: number }) => fault.shorter(staff, values),
  'please-first-and-last-name': fault.fullName(staff),
  'please-phone-number': (values: { like: string }) => fault.phone(staff, values),
  'please-email': fault.email(staff),
  'please-email-plain-letters': fault.emailPlainLetters(staff),
  'please-email-shorter': fault.emailShorter(staff),
  'please-time': fault.time(staff),
  'please-state': fault.state(staff),
  'please-zone': fault.zone(staff),
  'please-answer': fault.answer(staff),
} as const
