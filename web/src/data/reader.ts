import { PSEUDO, type Reader, readerOf, type Tongue } from '@dripline/clinical/words'
import { createContext, createElement, Fragment, type ReactNode, use } from 'react'

/** In whose language everything inside is said; the workspace's is English. */
export const ReaderContext = createContext<Reader>(readerOf('en'))

/** Whoever reads this page: the first value of every message. */
export const useReader = (): Reader => use(ReaderContext)

/** The reader of a page's language; what makes English strange is fetched only by those who ask for it. */
export const readerFor = async (tongue: Tongue = 'en'): Promise<Reader> =>
  tongue === PSEUDO ? (await import('@dripline/clinical/words/pseudo')).pseudoReader : readerOf(tongue)

/** A message with marked parts, as React draws it. */
export const rich = (parts: readonly ReactNode[]): ReactNode => createElement(Fragment, null, ...parts)
