import type { ClinicalDefault } from './clinical-defaults.ts'
import { type Locale, languages, languageWords } from './words/index.ts'
import { patientTexts } from './words/patient-texts.generated.ts'

/** What an approval calls a text about health in a language. */
export const TEXT = 'text'
const idIn = (language: Locale, id: string) => `${language}/${id}`

const NOT_REVIEWED = 'Written with this software; not yet reviewed by a native-speaking clinician'
const sourceOf = (language: Locale): string => {
  const by = languages[language].reviewedBy
  return by === null ? NOT_REVIEWED : `Reviewed by ${by}`
}

/**
 * Every text about health that patients and callers read, in each language, as a prescriber reads and approves it: its English beside it. A
 * text that is changed in either is another version.
 */
export const textDefaults: readonly ClinicalDefault[] = patientTexts.map(({ id, language, title, version, texts }) => {
  const [source, basis] = [sourceOf(language), 'proposed'] as const
  const values = texts.map(([name, english, said]) => ({ name, says: english, value: said, source, basis }))
  const group = `What patients read in ${languageWords(language)}`
  return { id: idIn(language, id), kind: TEXT, group, version, title, basis, source, values }
})

type Approved = { readonly kind: string; readonly id: string; readonly version: string }

/** The texts that are approved in a language in the version in use, by their own id. */
export const textsApprovedIn = (language: Locale, approved: readonly Approved[]): string[] =>
  patientTexts
    .filter((text) => text.language === language)
    .filter(({ id, version }) =>
      approved.some((one) => one.kind === TEXT && one.id === idIn(language, id) && one.version === version),
    )
    .map(({ id }) => id)

/** Every text that there is in a language, approved or not: for those who write pages, and for tests. */
export const textsIn = (language: Locale): string[] =>
  patientTexts.filter((text) => text.language === language).map(({ id }) => id)
