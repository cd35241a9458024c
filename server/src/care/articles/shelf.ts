import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Article, readArticle } from '@dripline/clinical/article'
import type { Locale } from '@dripline/clinical/words'
import { sha256 } from '../../platform/keys.ts'

/** An article of the house; its version is the start of the hash of its file. */
export type Shelved = Article & { slug: string; version: string }

const VERSION = 12
const folder = join(import.meta.dirname, '../../../../clinical/articles')
const kept = new Map<Locale, readonly Shelved[]>()

const read = (locale: Locale): Shelved[] =>
  readdirSync(folder).includes(locale)
    ? readdirSync(join(folder, locale))
        .filter((file) => file.endsWith('.md'))
        .map((file) => {
          const text = readFileSync(join(folder, locale, file), 'utf8')
          return { slug: file.slice(0, -'.md'.length), version: sha256(text).slice(0, VERSION), ...readArticle(text) }
        })
        .sort((a, b) => a.head.place - b.head.place)
    : []

/** The articles that come with the house in a language, as they stand on the shelf; they are read once. */
export function shelfIn(locale: Locale): readonly Shelved[] {
  const known = kept.get(locale) ?? read(locale)
  kept.set(locale, known)
  return known
}
