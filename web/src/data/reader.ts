import { PSEUDO, type Reader, readerOf, STAFF } from '@dripline/clinical/words'
import { createContext, createElement, Fragment, type ReactNode, use } from 'react'
import type { Frame } from './page-data.ts'

/** In whose language everything inside is said; the workspace's is English. */
export const ReaderContext = createContext<Reader>(readerOf('en'))

/** Whoever reads this page: the first value of every message. */
export const useReader = (): Reader => use(ReaderContext)

/** The reader of a page, with the texts that are approved in their language; what makes English strange is fetched only by those who ask for it. */
export const readerFor = async ({ tongue = STAFF, approved }: Pick<Frame, 'tongue' | 'approved'>): Promise<Reader> =>
  tongue === PSEUDO ? (await import('@dripline/clinical/words/pseudo')).pseudoReader : readerOf(tongue, approved)

/** A message with marked parts, as React draws it. */
export const rich = (parts: readonly ReactNode[]): ReactNode => createElement(Fragment, null, ...parts)
