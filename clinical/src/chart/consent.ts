import { Temporal } from 'temporal-polyfill'
import type { Basis } from '../basis.ts'
import type { Indication } from './question.ts'

export type ConsentSection = {
  id: string
  heading: string
  for: Indication | 'both'
  paragraphs: readonly string[]
}

/** A consent text in our own plain words. A new version is signed again. */
export type ConsentText = {
  id: string
  title: string
  source: string
  basis: Basis
  /** Signed again after so many months, or when the text or the indication changes. */
  validMonths: number
  /** Paragraphs may name the clinic: {phone}, {afterHours}, {address}. */
  sections: readonly ConsentSection[]
  /** What the person is asked to say back in their own words. */
  teachBack: readonly string[]
  statement: string
}

export const defineConsent = (text: ConsentText): ConsentText => text

/** What a clinic must have said of itself before its consents and after-care can name it. */
export type ClinicContact = { phone: string | null; afterHoursPhone: string | null; address: string | null }

/** What is still missing before a consent can be given or somebody sent home with numbers to call; in words. */
export function missingContact({ phone, afterHoursPhone, address }: ClinicContact): string[] {
  return [
    ...(phone ? [] : ['the clinic’s phone number']),
    ...(afterHoursPhone ? [] : ['the number patients call out of hours']),
    ...(address ? [] : ['the clinic’s address']),
  ]
}

/** The sections a person with this indication reads, in order, with the clinic’s own numbers and address in them. */
export function sectionsFor({ sections }: ConsentText, indication: Indication, clinic: ClinicContact): ConsentSection[] {
  const named = { phone: clinic.phone, afterHours: clinic.afterHoursPhone, address: clinic.address }
  const filled = (text: string) =>
    text.replace(/\{(phone|afterHours|address)\}/g, (_, name: keyof typeof named) => named[name] ?? '(not set yet)')
  return sections
    .filter((section) => section.for === 'both' || section.for === indication)
    .map((section) => ({ ...section, paragraphs: section.paragraphs.map(filled) }))
}

/** The day (ISO date) from which a consent signed on a day no longer holds. */
export const consentEnds = ({ validMonths }: Pick<ConsentText, 'validMonths'>, signedOn: string): string =>
  Temporal.PlainDate.from(signedOn).add({ months: validMonths }).toString()
