import type { Indication } from './question.ts'
import type { Basis } from './rule.ts'

export type ConsentSection = {
  id: string
  heading: string
  for: Indication | 'both'
  paragraphs: readonly string[]
}

/** A consent text in our own plain words. Its version is the hash of its file; a new version is signed again. */
export type ConsentText = {
  id: string
  title: string
  source: string
  basis: Basis
  /** Signed again after so many months, or when the text or the indication changes. */
  validMonths: number
  sections: readonly ConsentSection[]
  /** What the person is asked to say back in their own words. */
  teachBack: readonly string[]
  statement: string
}

export const defineConsent = (text: ConsentText): ConsentText => text

/** The sections a person with this indication reads, in order. */
export const sectionsFor = ({ sections }: ConsentText, indication: Indication): ConsentSection[] =>
  sections.filter((section) => section.for === 'both' || section.for === indication)
