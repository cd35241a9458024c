import { createContext, use } from 'react'
import type { Role } from '../page.ts'

export type CrisisLine = { label: string; number: string }

/** What the frame of every document needs, whoever reads it. */
export type Frame = {
  clinic: { name: string; zone: string; simulated: boolean; crisisLines: CrisisLine[]; simulatedClock?: string }
  user: null | { id: string; name: string; role: Role | (string & {}) }
  path: string
  /** The server's instant when it drew this document. */
  now?: string
}

/** A document that says why the page is not here. */
export type PageProblem = { status: number; title: string; detail: string }

export type PageData = { frame: Frame; problem?: PageProblem; title?: string; [key: string]: unknown }

export const PageDataContext = createContext<PageData | null>(null)

/** What the server put beside this document: always the frame, and what the page's own route added. */
export function usePageData<T extends object = object>(): T & PageData {
  const data = use(PageDataContext)
  if (!data) throw new Error('usePageData stands outside the page data provider')
  return data as T & PageData
}
