import type { Locale, Tongue } from '@dripline/clinical/words'
import { createContext, use } from 'react'
import type { Role } from '../page.ts'

/** When to call, what to do, which number: "In danger now?", "Call", "911". */
export type CrisisLine = { label: string; action: string; number: string }

/** The clinic's logo at an address of its own; `plateIn`: the schemes in whose ground it would be lost. */
export type ClinicLogo = { src: string; width: number; height: number; plateIn: readonly string[] }

/** Where a document stands, apart from its language: `base` is what its own links begin with, "/es" or nothing. */
export type Address = { origin: string; base: string; plain: string; search: string }

/** What the frame of every document needs, whoever reads it. */
export type Frame = {
  clinic: {
    name: string
    zone: string
    simulated: boolean
    crisisLines: CrisisLine[]
    /** What consents and after-care name; null or missing until the clinic has said it. */
    phone?: string | null
    afterHoursPhone?: string | null
    address?: string | null
    /** How the clinic writes a day; months first where it has not said so. */
    dateOrder?: 'month first' | 'day first'
    /** In which language the clinic speaks to those who have said none. */
    language?: Locale
    simulatedClock?: string
    logo?: ClinicLogo | null
    /** Where the sheet of the clinic's own accent stands. */
    accent?: string | null
    /** The clinic's own crisis lines in other languages. */
    crisisIn?: Partial<Record<Locale, CrisisLine[]>>
    /** What the clinic says of cancellations and of coming late, by language. */
    policies?: Partial<Record<string, Partial<Record<Locale, string>>>>
  }
  /** `locksAfter`: minutes without a touch after which a tablet at the chair locks; `isLocked`: it has. */
  user: null | {
    id: string
    name: string
    roles: readonly Role[]
    locksAfter?: number
    isLocked?: boolean
    /** Signed in by a password alone: nothing is open but setting up a second way. */
    isBare?: boolean
  }
  path: string
  /** In which language this document is; English where nobody said. */
  tongue?: Tongue
  /** The texts about health, by id, that are approved in this language. */
  approved?: readonly string[]
  /** On a page of somebody's own link: in which language they are written to. */
  written?: { language: Locale; idempotencyKey: string }
  address?: Address
  /** On a page that stands in a frame: the sites on which it may. */
  framedOn?: readonly string[]
  /** The clinic's instant when this document was drawn. */
  now?: string
}

/** Whether whoever is signed in holds one of these roles; it only hides or shows, the server decides. */
export const holds = (user: Frame['user'], ...roles: readonly Role[]): boolean =>
  user !== null && !user.isBare && user.roles.some((role) => roles.includes(role))

/** A document that says why the page is not here. */
export type PageProblem = { status: number; title: string; detail?: string; code?: string; about?: { why?: string | number } }

/** What is said of a page to those who list it: a sentence, and the same as data in the words of schema.org. */
export type AboutPage = { description: string; structured: object }

export type PageData = { frame: Frame; problem?: PageProblem; title?: string; about?: AboutPage; [key: string]: unknown }

export const PageDataContext = createContext<PageData | null>(null)

/** What the server put beside this document: always the frame, and what the page's own route added. */
export function usePageData<T extends object = object>(): T & PageData {
  const data = use(PageDataContext)
  if (!data) throw new Error('usePageData stands outside the page data provider')
  return data as T & PageData
}

const nobodysClinic: Frame['clinic'] = {
  name: 'Dripline',
  zone: 'UTC',
  simulated: false,
  crisisLines: [
    { label: 'In danger now?', action: 'Call', number: '911' },
    { label: 'In crisis?', action: 'Call or text', number: '988' },
  ],
}

/** Page data as every page may count on it: before a clinic is set up, the frame stands in nobody's name. */
export const framed = (
  data: Omit<PageData, 'frame'> & { frame: Omit<Frame, 'clinic'> & { clinic: Frame['clinic'] | null } },
): PageData => ({
  ...data,
  frame: { ...data.frame, clinic: data.frame.clinic ?? nobodysClinic },
})
