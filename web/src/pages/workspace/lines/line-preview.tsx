import { languageWords, locales } from '@dripline/clinical/words'
import { useRef, useState } from 'react'
import { Button, PatientReader, Stack, typedIn } from '../../../ui/index.tsx'
import { type Price, PriceList } from '../../public/price-list.tsx'
import { type LineShown, termsIn } from './terms.ts'

type PreviewProps = { line: LineShown & { minutes: number | null }; scope: string }

/** What is typed around it, as the page of prices will show it in each language; nothing is saved by looking. */
export function LinePreview({ line, scope }: PreviewProps) {
  const place = useRef<HTMLDivElement>(null)
  const [shown, setShown] = useState<Price | null>(null)
  const look = () => {
    const form = place.current?.closest('form')
    if (!form) return
    const terms = termsIn(typedIn(form), line)
    setShown({ id: line.id, ...terms, words: terms.words, minutes: line.isShipped ? line.minutes : terms.minutes })
  }
  return (
    <div ref={place}>
      <Stack>
        <Button kind="second" icon="eye" onClick={look}>
          Preview
        </Button>
        {shown &&
          locales.map((locale) => (
            <section key={locale} aria-label={`${scope} in ${languageWords(locale)}`}>
              <PatientReader of={{ tongue: locale, approved: [] }}>
                <PriceList prices={[shown]} isAlone />
              </PatientReader>
            </section>
          ))}
      </Stack>
    </div>
  )
}
