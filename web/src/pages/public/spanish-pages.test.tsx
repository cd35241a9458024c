import { readdirSync, readFileSync } from 'node:fs'
import { textsIn } from '@dripline/clinical'
import { locales } from '@dripline/clinical/words'
import { readIn } from '@dripline/clinical/words/testing'
import { describe, expect, test } from 'vitest'
import { drawPaper } from '../../paper-document.tsx'
import { pages } from '../pages.generated.ts'
import { frameOf, states } from './testing-states.ts'

const folder = `${import.meta.dirname}/../../../../clinical/messages`
type Texts = Readonly<Record<string, string>>
const textsOf = (locale: string, file: string) => JSON.parse(readFileSync(`${folder}/${locale}/${file}`, 'utf8')) as Texts
const files = readdirSync(`${folder}/en`).filter((file) => file !== 'language.json')

/** The stretches of a message between its values and its marks, as a page shows them. */
const stretches = (text: string) =>
  text.split(/\{[^{}]*\}|<\/?\w+>|[{}]|\w+, (?:select|plural),|=\d|#/).map((part) => part.trim())
const wordsIn = (text: string) => text.match(/\p{L}+/gu)?.length ?? 0
/** Sentences of English that no Spanish page may hold: two words and more, and not the same in Spanish. */
const english = files.flatMap((file) => {
  const spanish = JSON.stringify(textsOf('es', file))
  return Object.values(textsOf('en', file))
    .flatMap(stretches)
    .filter((text) => wordsIn(text) >= 2 && text.length >= 7 && !spanish.includes(text))
})

const drawn = (path: string, data: object, frame: object) => {
  const entry = pages.find(
    ({ page }) => page.path === path.replace(/^\/l\/\w+/, '/l/:secret').replace(/^\/unsubscribe.*/, '/unsubscribe/:code'),
  )
  const clinic = { ...frameOf(path).clinic, crisisLines: usualLines }
  const address = { origin: 'http://clinic.example', base: '/es', plain: path, search: '' }
  return drawPaper(entry, { ...data, frame: { ...frameOf(path), clinic, tongue: 'es', address, ...frame } })
}
const usualLines = [
  { label: 'In danger now?', action: 'Call', number: '911' },
  { label: 'In crisis?', action: 'Call or text', number: '988' },
]

const others = locales.filter((locale) => locale !== 'es')

const englishIn = (html: string) => {
  const read = readIn(html).join(' ').replaceAll(/\s+/g, ' ')
  return english.filter((text) => read.includes(text))
}

test('there is English to look for', () => {
  expect(english.length).toBeGreaterThan(250)
})

describe.each(Object.entries(states))('%s, in Spanish', (_, { path, data, frame = {} }) => {
  test('holds no English sentence of ours', async () => {
    expect(englishIn(await drawn(path, data, { approved: textsIn('es'), ...frame }))).toEqual([])
  })

  test('leads only to Spanish pages, and by its switch to itself in each other language', async () => {
    const html = await drawn(path, data, { approved: textsIn('es'), ...frame })
    const led = [...html.matchAll(/<(?:a|form|button)[^>]*\s(?:href|action|formAction)="([^"]*)"/g)].map(([, to = '']) => to)
    const ours = led.filter((to) => to.startsWith('/') && !to.startsWith('/l/') && to !== path)
    expect(ours.filter((to) => !/^\/es(\/|$|\?|#)/.test(to))).toEqual(
      others.map((locale) => (path === '/' ? `/${locale}` : `/${locale}${path}`)),
    )
  })
})

test('a text that is not approved is in English, and its page says why', async () => {
  const state = states['the front page']
  const html = await drawn(state?.path ?? '/', state?.data ?? {}, { approved: [] })
  const read = readIn(html).join(' ')
  expect(read).toContain('La clínica aún no ha aprobado esta parte en español; por eso está en inglés.')
  expect(read).toContain('approved by the FDA')
  expect(englishIn(html).length).toBeGreaterThan(3)
})
