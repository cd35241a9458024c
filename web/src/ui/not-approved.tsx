import { isSaidTo, languageWords, type Reader } from '@dripline/clinical/words'
import { notApproved } from '@dripline/clinical/words/frame'
import { useReader } from '../data/reader.ts'

/** Why a part is in English, in the language of whoever reads it; null where the clinic has approved it in theirs. */
const whyEnglish = (to: Reader, texts: readonly string[]): string | null =>
  texts.every((text) => isSaidTo(to, text)) ? null : notApproved(to, { language: languageWords(to.locale, to.locale) })

/** Stands before texts about health that are not approved in their reader's language, and so are in English. */
export function NotApproved({ texts }: { texts: readonly string[] }) {
  const why = whyEnglish(useReader(), texts)
  return why === null ? null : <span role="note">{why} </span>
}
