import { languages, languageWords, locales, STAFF } from '@dripline/clinical/words'
import type { FaceData } from '../../../data/face.ts'
import { Card, Pairs, SelectField, Stack, TextField } from '../../../ui/index.tsx'
import styles from './face.module.css'
import { MOST_LINES, otherLanguages, placesUpTo } from './face-in.ts'

type Face = FaceData['face']
type LanguageFieldsProps = { face: Face; lines: readonly { label: string; action: string; number: string }[] }

const inEnglish = (locale: (typeof locales)[number]) => languageWords(locale, STAFF)

/** In which language the clinic speaks to those who have said none, and its crisis lines in every other language. */
export function LanguageFields({ face, lines }: LanguageFieldsProps) {
  const own: Partial<Record<string, readonly (typeof lines)[number][]>> = face.crisisLines
  return (
    <Card title="Languages and crisis lines">
      <Stack>
        <SelectField
          name="language"
          label="Language of visitors who have chosen none"
          hint="Every page stands in all of them; a switch is on each."
          defaultValue={face.language}
          options={locales.map((locale) => ({ value: locale, label: languages[locale].name }))}
        />
        {otherLanguages.map((locale) => (
          <fieldset key={locale} className={styles.group}>
            <legend>Crisis lines in {inEnglish(locale)}</legend>
            <p className={styles.hint}>
              {own[locale]
                ? `These stand on every ${inEnglish(locale)} page.`
                : `Nothing is entered: ${inEnglish(locale)} pages show the English lines, ${lines.map(({ label, action, number }) => `“${label} ${action} ${number}”`).join(' and ')}. Lines that we know are translated once a prescriber has approved the translation; any other is marked as English.`}
            </p>
            {placesUpTo(Math.min(MOST_LINES, (own[locale]?.length ?? lines.length) + 1)).map((place) => (
              <CrisisLine key={place} at={`crisisLines.${locale}.${place - 1}`} line={own[locale]?.[place - 1]} number={place} />
            ))}
          </fieldset>
        ))}
      </Stack>
    </Card>
  )
}

type CrisisLineProps = { at: string; line: LanguageFieldsProps['lines'][number] | undefined; number: number }

const CrisisLine = ({ at, line, number }: CrisisLineProps) => (
  <div className={styles.three}>
    <TextField name={`${at}.label`} label={`${number}. When to call`} defaultValue={line?.label ?? ''} maxLength={60} />
    <TextField name={`${at}.action`} label="What to do" defaultValue={line?.action ?? ''} maxLength={40} />
    <TextField name={`${at}.number`} label="Number" defaultValue={line?.number ?? ''} maxLength={40} />
  </div>
)

const asked = { cancellation: 'If they have to cancel', lateness: 'If they are late' } as const

/** What the clinic asks of those who cancel or come late: on the booking page, on appointments and in letters. */
export function PolicyFields({ policies }: { policies: Face['policies'] }) {
  return (
    <Card title="Your policies, in words for patients" note="booking page, appointment page, letters">
      <Stack>
        {(['cancellation', 'lateness'] as const).map((kind) => (
          <fieldset key={kind} className={styles.group}>
            <legend>{asked[kind]}</legend>
            <Pairs>
              {locales.map((locale) => (
                <TextField
                  key={locale}
                  name={`policies.${kind}.${locale}`}
                  label={`In ${inEnglish(locale)}`}
                  hint={locale === STAFF ? 'Empty: nothing is said.' : 'Empty: shown in English, and marked so.'}
                  defaultValue={policies[kind][locale] ?? ''}
                  lines={3}
                  maxLength={600}
                />
              ))}
            </Pairs>
          </fieldset>
        ))}
      </Stack>
    </Card>
  )
}
