import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { z } from 'zod'
import { asked } from '../words/asked.ts'
import { inVoice, type Voice } from './voice.ts'

const like = '(540) 555-0142'
const words = { staff: asked('phone-number-that-can-be-called', { like }), public: asked('please-phone-number', { like }) }

/** A number that can be called, as E.164 with its extension (RFC 3966), or null. A number without a country is a US number. */
export function callable(text: string): string | null {
  const number = parsePhoneNumberFromString(text.trim(), 'US')
  if (!number?.isValid()) return null
  return number.ext ? `${number.number};ext=${number.ext}` : `${number.number}`
}

/** A stored number as people here read it, with its extension; one from abroad keeps its country's code, and a note stays as it is. */
export function sayPhone(phone: string): string {
  const number = parsePhoneNumberFromString(phone, 'US')
  if (!number?.isValid()) return phone
  return number.countryCallingCode === '1' ? number.formatNational() : number.formatInternational()
}

/** One phone number, the same at every door. What cannot be called is refused: it is a note and not a number. */
export const phoneShape = (voice: Voice) =>
  z
    .string(inVoice(voice, words))
    .max(60, inVoice(voice, words))
    .transform((text, refuse): string => {
      const number = callable(text)
      if (number !== null) return number
      refuse.addIssue({ code: 'custom', message: inVoice(voice, words) })
      return z.NEVER
    })
