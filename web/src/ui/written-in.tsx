import { languageWords, locales } from '@dripline/clinical/words'
import * as words from '@dripline/clinical/words/frame'
import { usePageData } from '../data/page-data.ts'
import { useReader } from '../data/reader.ts'
import { Button } from './button.tsx'
import { Choice } from './choices.tsx'
import styles from './frame.module.css'

/**
 * Where somebody reads the page of their link in another language than they are written to in: the way to change that. Nothing is chosen
 * before they choose, and what leaves it as it is comes last.
 */
export function WrittenIn() {
  const to = useReader()
  const { written, tongue, address } = usePageData().frame
  if (written === undefined || written.language === tongue || !address) return null
  const named = (locale: (typeof locales)[number]) => languageWords(locale, to.locale)
  const others = locales.filter((locale) => locale !== written.language)
  return (
    <form method="post" action={address.plain.replace(/^(\/l\/[^/]+)\/.*$/, '$1/language')} className={styles.written}>
      <input type="hidden" name="idempotency-key" value={written.idempotencyKey} />
      <Choice
        name="language"
        label={words.writtenIn(to, { language: named(written.language) })}
        options={[
          ...others.map((locale) => ({ value: locale, label: words.writeIn(to, { language: named(locale) }) })),
          { value: 'keep', label: words.keepWriting(to) },
        ]}
      />
      <Button submits kind="second">
        {words.saveLanguage(to)}
      </Button>
    </form>
  )
}
