import { readIn, unsaidIn } from '@dripline/clinical/words/testing'
import { describe, expect, test } from 'vitest'
import { drawPaper } from '../../paper-document.tsx'
import { pages } from '../pages.generated.ts'
import { frameOf, names, states } from './testing-states.ts'

/** Everything that a page shows in a state, its tab among it. */
const shown = async (path: string, data: object, frame: object = {}) => {
  const entry = pages.find(
    ({ page }) => page.path === path.replace(/^\/l\/\w+/, '/l/:secret').replace(/^\/unsubscribe.*/, '/unsubscribe/:code'),
  )
  return drawPaper(entry, { ...data, frame: { ...frameOf(path), ...frame } })
}

describe.each(Object.entries(states))('%s, in English made strange', (_, { path, data, frame }) => {
  test('has no word that is not of a message, a name or the clinic’s own', async () => {
    const texts = readIn(await shown(path, data, frame))
    expect(texts.join('')).toContain('⟦')
    expect(texts.flatMap((text) => unsaidIn(text, names))).toEqual([])
  })
})

test('a word outside the marks, one inside them and one in an attribute are seen', () => {
  expect(unsaidIn('⟦Šéè⟧ Book ⟦yóùř call⟧', [])).toEqual(['Book', 'call'])
  expect(readIn('<p aria-label="Menu">7</p>').flatMap((text) => unsaidIn(text, []))).toEqual(['Menu'])
})

test('every page that callers and patients open is among them', () => {
  const papers = pages.filter(({ page }) => page.mood === 'paper').map(({ page }) => page.path)
  const walked = Object.values(states).map(({ path }) =>
    path.replace(/^\/l\/\w+/, '/l/:secret').replace(/^\/unsubscribe.*/, '/unsubscribe/:code'),
  )
  expect(papers.filter((path) => !walked.includes(path))).toEqual([])
})
