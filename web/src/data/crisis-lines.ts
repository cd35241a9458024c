import type { Reader } from '@dripline/clinical/words'
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

/** Crisis lines as their reader is told of them: what a clinic has put in words of its own stays as it was written. */
const crisisLinesIn = (to: Reader, lines: readonly CrisisLine[]): CrisisLine[] =>
  lines.map((line) => {
    const same = usual.find((each) => {
      const { label, action } = each(ENGLISH, line.number)
      return label === line.label && action === line.action
    })
    return same ? { ...line, ...same(to, line.number) } : line
  })

/** The clinic's crisis lines, in the language of whoever reads the page. */
export const useCrisisLines = (): CrisisLine[] => crisisLinesIn(useReader(), usePageData().frame.clinic.crisisLines)
