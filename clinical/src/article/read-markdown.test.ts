import { describe, expect, test } from 'vitest'
import { readerOf } from '../words/reader.ts'
import { drawArticle, minutesToRead, textIn, wordsOf } from './draw-article.ts'
import { readArticle } from './read-article.ts'
import { readMarkdown } from './read-markdown.ts'

const on = (day: string, settings = {}) => ({ reader: readerOf('en'), day, settings })
const said = (text: string, day = '2026-11-30', settings = {}) =>
  wordsOf(drawArticle(readMarkdown(text).blocks, on(day, settings)))

describe('an article holds nothing that runs or is fetched from elsewhere', () => {
  test.each([
    ['a script', '<script>alert(1)</script>', 'part'],
    ['markup in a line', 'Hello <b onclick="x()">you</b>.', 'part'],
    ['a comment', '<!-- hello -->', 'part'],
    ['a picture', '![us](https://example.com/us.png)', 'part'],
    ['a link that runs', '[press](javascript:alert(1))', 'address'],
    ['one that runs, in capitals', '[press](JaVaScRiPt:alert(1))', 'address'],
    ['a link with data', '[press](data:text/html;base64,AAAA)', 'address'],
    ['a link without a scheme', '[press](//example.com)', 'address'],
    ['a link over plain http', '[press](http://example.com)', 'address'],
    ['code', '    let us = 1', 'part'],
    ['a heading of the page’s own level', '# Big', 'part'],
    ['a name in braces that is nothing', 'It is {what}.', 'braces'],
  ])('%s', (_, text, why) => {
    const { blocks, faults } = readMarkdown(text)
    expect(faults).toContainEqual(expect.objectContaining({ why }))
    expect(JSON.stringify(blocks)).not.toMatch(/<script|onclick|javascript:|data:text|example\.com|<!--/i)
  })

  test('a link that is defined elsewhere in the text is held to the same', () => {
    expect(readMarkdown('[press][x]\n\n[x]: javascript:alert(1)').faults).toMatchObject([{ why: 'address' }])
  })
})

describe('a paragraph is cut into its sentences', () => {
  test.each([
    ['It fades. It may come back.', ['It fades. ', 'It may come back.']],
    ['Dr. A. Thistlewood reads it. Then we print it.', ['Dr. A. Thistlewood reads it. ', 'Then we print it.']],
    ['It costs 2.5 units. Why?', ['It costs 2.5 units. ', 'Why?']],
  ])('%s', (text, sentences) => {
    const [block] = readMarkdown(text).blocks
    expect(
      block &&
        'sentences' in block &&
        block.sentences.map((each) => each.map((piece) => ('text' in piece ? piece.text : '')).join('')),
    ).toEqual(sentences)
  })
})

describe('a claim that is out of date', () => {
  const text = 'We tell you. In the review, {cochrane-2025.trials} were read. Ask us.\n\n{claim: cochrane-2025}'

  test('stands while it is in date', () => {
    expect(said(text)[0]).toBe('We tell you. In the review, 67 trials were read. Ask us.')
    expect(said(text)).toHaveLength(2)
  })

  test('takes its sentence and its figure along, and leaves the rest', () => {
    expect(said(text, '2029-01-01')).toEqual(['We tell you. Ask us.'])
  })

  test('takes along what must not be said without it', () => {
    const figure = 'In CRPS it was {relief-two-thirds.relief}.'
    expect(said(figure)).toEqual(['In CRPS it was 67 of 100.'])
    expect(said(figure, '2027-06-01')).toEqual([])
  })
})

test('a sentence about a setting is said only where the clinic has set it', () => {
  expect(said('Call us at {clinic.phone}. Or write.')).toEqual(['Or write.'])
  expect(said('Call us at {clinic.phone}. Or write.', '2026-11-30', { 'clinic.phone': '540' })).toEqual([
    'Call us at 540. Or write.',
  ])
})

test('reading takes a minute for two hundred words, and never none', () => {
  const draw = (words: number) => drawArticle(readMarkdown(Array(words).fill('word').join(' ')).blocks, on('2026-11-30'))
  expect([1, 200, 620, 1800].map((words) => minutesToRead(draw(words)))).toEqual([1, 1, 3, 9])
})

test('headings that say the same have names of their own', () => {
  const blocks = drawArticle(readMarkdown('## ¿Y después?\n\n## ¿Y después?').blocks, on('2026-11-30'))
  expect(blocks.map((each) => each.kind === 'heading' && [each.id, textIn(each.inside)])).toEqual([
    ['y-despues', '¿Y después?'],
    ['y-despues-2', '¿Y después?'],
  ])
})

test('a file without a whole head is refused', () => {
  expect(() => readArticle('---\ntitle: Only\n---\nWords.')).toThrow(/not whole/)
})
