import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from '@formatjs/icu-messageformat-parser'
import { at } from '../place.mjs'
import { clinicalMessages } from './clinical-messages.mjs'
import { shapeOf, textOf } from './message-text.mjs'

const own = () => at('clinical/messages')
const FIRST = 'en'
/** The words of definitions: English stands in the definitions themselves, every other language in this file. */
const DEFINITIONS = 'definitions.json'
/** What a language says of itself: its name, its tag for `Intl`, and which native-speaking clinician has reviewed it, or null. */
const ITSELF = 'language.json'
const isKey = (key) => /^[a-z][A-Za-z0-9]*$/.test(key)

/** The languages there are: one folder each, English first. */
export function localesIn(folder = own()) {
  const found = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? entry.name : []))
  if (!found.includes(FIRST)) throw new Error(`${folder} has no ${FIRST}`)
  return [FIRST, ...found.filter((locale) => locale !== FIRST).sort()]
}

/** The areas of a language, each a file of messages by their keys. */
export function messagesIn(locale, folder = own()) {
  const files = readdirSync(join(folder, locale))
    .filter((file) => file.endsWith('.json') && file !== DEFINITIONS && file !== ITSELF)
    .sort()
  return new Map(files.map((file) => [basename(file, '.json'), readMessages(join(folder, locale, file))]))
}

function readMessages(file) {
  const entries = Object.entries(JSON.parse(readFileSync(file, 'utf8')))
  if (entries.length === 0) throw new Error(`${file} has no message`)
  return new Map(
    entries.map(([key, text]) => {
      if (!isKey(key)) throw new Error(`${file}: ${key} is no name: use letters and figures, beginning small`)
      if (typeof text !== 'string' || text.trim() === '') throw new Error(`${file}: ${key} says nothing`)
      try {
        return [key, { text, parts: parse(text, { ignoreTag: false, requiresOtherClause: true }) }]
      } catch (error) {
        throw new Error(`${file}: ${key} cannot be read: ${error.message} in “${text}”`)
      }
    }),
  )
}

/** What a language says of itself; throws where it does not say it, or names no language. */
export function languageIn(locale, folder = own()) {
  const file = join(folder, locale, ITSELF)
  if (!existsSync(file)) throw new Error(`${file} is missing: the language's name, its tag and who has reviewed it`)
  const { tag, name, reviewedBy } = JSON.parse(readFileSync(file, 'utf8'))
  if (typeof name !== 'string' || name.trim() === '') throw new Error(`${file}: the language has no name`)
  if (Intl.DateTimeFormat.supportedLocalesOf(tag).length === 0) throw new Error(`${file}: ${tag} is no language of Intl`)
  if (reviewedBy !== null && typeof reviewedBy !== 'string') throw new Error(`${file}: reviewedBy is a clinician, or null`)
  return { tag, name, reviewedBy }
}

/** Everything that must hold between the languages; what differs is said, all at once. */
export function faultsBetween(all) {
  const [first, ...others] = [...all.keys()]
  return others.flatMap((locale) => areaFaults(all.get(first), all.get(locale), locale))
}

function areaFaults(english, other, locale) {
  const missing = [...english.keys()].filter((area) => !other.has(area)).map((area) => `${locale}/${area}.json is missing`)
  const extra = [...other.keys()].filter((area) => !english.has(area)).map((area) => `${locale}/${area}.json is not in English`)
  const shared = [...english.keys()].filter((area) => other.has(area))
  return [
    ...missing,
    ...extra,
    ...shared.flatMap((area) => keyFaults(english.get(area), other.get(area), `${locale}/${area}.json`)),
  ]
}

function keyFaults(english, other, file) {
  const missing = [...english.keys()].filter((key) => !other.has(key)).map((key) => `${file} lacks ${key}`)
  const extra = [...other.keys()].filter((key) => !english.has(key)).map((key) => `${file} has ${key}, which English has not`)
  const differing = [...english].flatMap(([key, { parts }]) => {
    const theirs = other.get(key)
    const [ours, those] = [shapeOf(parts), theirs && shapeOf(theirs.parts)]
    return theirs && JSON.stringify(ours.values) !== JSON.stringify(those.values)
      ? [`${file}: ${key} has other placeholders than in English`]
      : []
  })
  return [...missing, ...extra, ...differing]
}

/** The typed functions of all messages, a file an area; throws where a language is not whole, or where there is nothing to compile. */
export function messageModules(folder = own()) {
  const all = new Map(localesIn(folder).map((locale) => [locale, messagesIn(locale, folder)]))
  const faults = faultsBetween(all)
  if (faults.length > 0) throw new Error(faults.join('\n'))
  const areas = [...all.get(FIRST).keys()]
  const clinical = clinicalMessages(folder).found
  if (areas.length === 0) throw new Error(`${folder} has no messages to compile`)
  return [
    { path: 'clinical/src/words/locales.generated.ts', text: localesFile([...all.keys()], folder) },
    { path: 'clinical/src/words/definition-texts.generated.ts', text: definitionsFile([...all.keys()], folder) },
    ...areas.map((area) => ({ path: `clinical/src/words/${area}.generated.ts`, text: areaFile(area, all, clinical) })),
    ...(folder === own() ? goneAreas(areas) : []),
  ]
}

// A file of an area that is gone is emptied by hand: its name is said.
const goneAreas = (areas) => {
  const folder = at('clinical/src/words')
  const kept = new Set([...areas, 'locales', 'definition-texts', 'patient-texts'].map((area) => `${area}.generated.ts`))
  const gone = (existsSync(folder) ? readdirSync(folder) : []).filter((file) => file.endsWith('.generated.ts') && !kept.has(file))
  if (gone.length > 0) throw new Error(`no messages make these files any more; delete them: ${gone.join(', ')}`)
  return []
}

const HEAD = '// generated by npm run codegen; do not edit\n'

const localesFile = (locales, folder) => {
  const itself = locales.map((locale) => {
    const { tag, name, reviewedBy } = languageIn(locale, folder)
    return `  ${inQuotes(locale)}: { tag: ${inQuotes(tag)}, name: ${inQuotes(name)}, reviewedBy: ${reviewedBy === null ? 'null' : inQuotes(reviewedBy)} },\n`
  })
  const names = locales.map(inQuotes).join(', ')
  return `${HEAD}/** The languages that every message is written in. */\nexport const locales = [${names}] as const\n\nexport type Locale = (typeof locales)[number]\n\n/** What each language says of itself: its tag for \`Intl\`, its own name, and the native-speaking clinician who has reviewed it. */\nexport const languages: Readonly<Record<Locale, { tag: string; name: string; reviewedBy: string | null }>> = {\n${itself.join('')}}\n`
}
const inQuotes = (text) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`

const definitionsFile = (locales, folder) => {
  const texts = locales.map(
    (locale) => `  ${JSON.stringify(locale)}: ${textsOfDefinitions(join(folder, locale, DEFINITIONS))},\n`,
  )
  return `${HEAD}import type { Locale } from './locales.generated.ts'\n\n/** What definitions say in each language, by key; English is what they say themselves. */\nexport const definitionTexts: Readonly<Record<Locale, Readonly<Record<string, string>> | null>> = {\n${texts.join('')}}\n`
}

const textsOfDefinitions = (file) => (existsSync(file) ? readFileSync(file, 'utf8').trim() : 'null')

function areaFile(area, all, clinical) {
  const needs = new Set()
  const messages = [...all.get(FIRST).get(area)].map(([key, { text, parts }]) => {
    const { values, isRich } = shapeOf(parts)
    const texts = [...all].map(([locale, areas]) => {
      const said = textOf(areas.get(area).get(key).parts, { locale, isRich, needs })
      return `  ${JSON.stringify(locale).replaceAll('"', /^[a-z]+$/.test(locale) ? '' : '"')}: (${said.includes('v.') ? 'v' : ''}) => ${said},\n`
    })
    return `/** ${shortened(text)} */\n${declared(key, values, isRich, texts.join(''), clinical.get(`${area}.${key}`))}`
  })
  const formats = needs.size > 0 ? `import { ${[...needs].sort().join(', ')} } from './format.ts'\n` : ''
  const reader = messages.some((each) => each.includes('to: Reader')) ? ', type Reader' : ''
  return `${HEAD}${formats}import { message${reader} } from './reader.ts'\n\n${messages.join('\n')}`
}

const LONG = 110
const shortened = (text) => (text.length > LONG ? `${text.slice(0, LONG)} …` : text).replaceAll('*/', '* /').replaceAll('\n', ' ')

function declared(key, values, isRich, texts, group) {
  const approved = group === undefined ? '' : `, '${group}'`
  const shape = `{ ${values.map(([name, type]) => `${name}: ${type}`).join('; ')} }`
  const asked = values.length === 0 ? '' : `<${shape}>`
  if (!isRich) return `export const ${key} = /* @__PURE__ */ message${asked}({\n${texts}}${approved})\n`
  return `export const ${key} = <T>(to: Reader, values: ${shape}): readonly (string | T)[] =>\n  message<${shape}, readonly (string | T)[]>({\n${texts}}${approved})(to, values)\n`
}
