import { cpSync, existsSync, writeFileSync } from 'node:fs'
import { allDefinitionTexts } from '../../clinical/src/words/all-definition-texts.ts'
import { at } from '../place.mjs'

/** `npm run new:language nl` lays out everything a translator has to say, in English still. It overwrites nothing. */
const [language] = process.argv.slice(2)
if (!language || !/^[a-z]{2,3}$/.test(language)) {
  console.error('Name the language by its code of two or three letters: npm run new:language nl')
  process.exit(1)
}
const folder = at('clinical/messages', language)
if (existsSync(folder)) {
  console.error(`clinical/messages/${language} is there already.`)
  process.exit(1)
}
cpSync(at('clinical/messages/en'), folder, { recursive: true })
const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language
const itself = { tag: language, name: name.charAt(0).toUpperCase() + name.slice(1), reviewedBy: null }
writeFileSync(at('clinical/messages', language, 'language.json'), `${JSON.stringify(itself, null, 2)}\n`)
const texts = allDefinitionTexts()
writeFileSync(at('clinical/messages', language, 'definitions.json'), `${JSON.stringify(texts, null, 2)}\n`)
console.log(
  `clinical/messages/${language} holds ${Object.keys(texts).length} texts of definitions and every message, in English.`,
)
