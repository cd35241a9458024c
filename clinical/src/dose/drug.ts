import type { Basis } from '../basis.ts'
import type { DrugFamily } from './drug-families.ts'

/** The federal schedule; `none` is not controlled. */
export type Schedule = 'none' | 'C-II' | 'C-III' | 'C-IV' | 'C-V'

export const drugRoutes = ['IV', 'IM', 'by mouth', 'under the tongue', 'in the nose', 'inhaled'] as const
export type DrugRoute = (typeof drugRoutes)[number]

export type DrugForm =
  | 'solution for injection'
  | 'solution for infusion'
  | 'tablet'
  | 'tablet that dissolves'
  | 'nasal spray'
  | 'inhaler'

/** What one mL, tablet or puff holds, and for an injection the mL that one vial or ampule of it usually holds. Decimal strings. */
export type Strength = { mg: string; per: 'mL' | 'tablet' | 'spray' | 'puff'; vialMl?: readonly string[] }

/** One code of a public system; `doubt` says how far it was checked. */
export type DrugCode = { system: 'RxNorm'; code: string; doubt: string | null }

/** Who decides on a dose in the chair: a nurse from the list, or a prescriber who orders it. */
export type GivenBy = 'nurse' | 'prescriber'

/** What the clinic's list proposes for one route in one visit; mg as decimal strings, minutes whole. */
export type ChairDose = {
  route: DrugRoute
  usualMg: string
  /** Above it a prescriber; the sum of a visit. */
  highestMg: string
  leastMinutes: number
  by: GivenBy
  /** What it is given for, as the key says it. */
  reason: string
}

export type Drug = {
  id: string
  /** The generic name as staff say it. */
  title: string
  ingredient: string
  /** Other names that stand on a box or in a patient's answer; read without regard to case. */
  names: readonly string[]
  form: DrugForm
  routes: readonly DrugRoute[]
  schedule: Schedule
  strengths: readonly Strength[]
  /** What it shares with other drugs when somebody is allergic to one of them. */
  families: readonly DrugFamily[]
  codes: readonly DrugCode[]
  source: string
  basis: Basis
  /** Empty for a drug that is only ever given by an order. */
  chair: readonly ChairDose[]
  /** Words, and whether they name this drug. */
  examples: readonly (readonly [word: string, isThis: boolean])[]
}

/** A drug as a coded definition: never a free word. */
export const defineDrug = (drug: Drug): Drug => drug

/** Whether a drug stands on a federal schedule: it is given by order, vial and two people, and kept in the book. */
export const isControlled = ({ schedule }: Pick<Drug, 'schedule'>): boolean => schedule !== 'none'

/** A word as names are compared: small letters, single spaces, no salts. */
export const foldedWord = (word: string): string =>
  word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\b(hcl|hydrochloride|sulfate|maleate|sodium|tromethamine|injection|inj)\b/g, ' ')
    .replace(/ +/g, ' ')
    .trim()

/** Whether a word names this drug: its title, its ingredient or another of its names; a salt changes nothing. */
export const isNamed = ({ title, ingredient, names }: Pick<Drug, 'title' | 'ingredient' | 'names'>, word: string): boolean =>
  [title, ingredient, ...names].some((name) => foldedWord(name) === foldedWord(word))
