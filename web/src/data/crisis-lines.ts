import { isSaidTo, type Reader, STAFF } from '@dripline/clinical/words'
import * as words from '@dripline/clinical/words/crisis'
import { type CrisisLine, usePageData } from './page-data.ts'
import { useReader } from './reader.ts'

// What is pressed and texted for Spanish is the national line's own: another number may know nothing of it.
const NATIONAL = '988'
const usual = [
  (to: Reader) => ({ label: words.dangerLabel(to), action: words.dangerAction(to) }),
  (to: Reader, number: string) => ({
    label: words.crisisLabel(to),
    action: (number === NATIONAL ? words.crisisAction : words.otherAction)(to),
  }),
]
const ENGLISH = { locale: 'en' } as const
const TEXT = 'crisis-words'

/** `lang`: the language a line is in, where that is not the page's. */
type SaidLine = CrisisLine & { lang?: string }

const inLanguageOf = (to: Reader, line: CrisisLine): SaidLine => {
  const same = usual.find((each) => {
    const { label, action } = each(ENGLISH, line.number)
    return label === line.label && action === line.action
  })
  const isInTheirs = to.locale === STAFF || (same !== undefined && isSaidTo(to, TEXT))
  return { ...line, ...(same && same(to, line.number)), ...(!isInTheirs && { lang: STAFF }) }
}

/**
 * The clinic's crisis lines for whoever reads the page: those that it wrote in their language (`isOwn`), else its English ones, of which
 * the usual are said in their language and the rest stay as they were written, marked as English.
 */
export function useCrisisLines(): { lines: readonly SaidLine[]; isOwn: boolean } {
  const to = useReader()
  const { crisisLines, crisisIn = {} } = usePageData().frame.clinic
  const own = to.locale === STAFF ? undefined : crisisIn[to.locale]
  if (own?.length) return { lines: own, isOwn: true }
  return { lines: crisisLines.map((line) => inLanguageOf(to, line)), isOwn: false }
}
