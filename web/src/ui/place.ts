import { createContext, use } from 'react'
import type { PageMeta } from '../page.ts'

/** Where a document stands: its page, its path, the pages there are, and how staff move to another without a document. */
export type Place = {
  /** Undefined where no page is. */
  readonly page: PageMeta | undefined
  readonly path: string
  readonly pages: readonly PageMeta[]
  /** Missing on a page of paper: its links fetch a document. */
  readonly go?: (href: string) => void
}

export const PlaceContext = createContext<Place>({ page: undefined, path: '/', pages: [] })

/** Where this document stands. */
export const usePlace = (): Place => use(PlaceContext)
