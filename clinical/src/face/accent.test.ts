import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accentTokens, faintestPair, grounds, LEAST_CONTRAST, lightened, measureAccent, ratioShown, schemes } from './accent.ts'
import { type Color, contrastOf, isColor } from './color.ts'

const sheet = readFileSync(join(import.meta.dirname, '../../../web/src/tokens.css'), 'utf8')
const paper = /\[data-mood="paper"\] \{([^}]*)\}/.exec(sheet)?.[1] ?? ''
const token = (name: string) => /light-dark\((#\w+), (#\w+)\)/.exec(paper.split(`--dl-${name}:`)[1] ?? '')?.slice(1) ?? []

const colors = fc.integer({ min: 0, max: 0xffffff }).map((n): Color => `#${n.toString(16).padStart(6, '0')}`)

describe('the contrast of an accent', () => {
  test('is measured against the grounds that the pages have', () => {
    for (const name of ['ground', 'surface', 'sunk', 'ink'] as const)
      expect(token(name)).toEqual([grounds.light[name], grounds.dark[name]])
  })

  test('is what WCAG computes: known pairs', () => {
    expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(contrastOf('#777777', '#ffffff')).toBeCloseTo(4.478, 3)
    expect(contrastOf('#0f5c5e', '#faf6ee')).toBeCloseTo(7.18, 2)
    expect(contrastOf('#7cc4bc', '#161411')).toBeCloseTo(9.17, 2)
  })

  test('the house’s own accent passes in both schemes', () => {
    for (const [i, scheme] of schemes.entries()) {
      const [own] = [token('accent')[i]]
      expect(isColor(own) && measureAccent(scheme, own).every(({ isEnough }) => isEnough)).toBe(true)
    }
  })

  test('no color is enough in both schemes, which is why there are two', () => {
    fc.assert(
      fc.property(colors, (color) => {
        const isEnough = schemes.every((scheme) => measureAccent(scheme, color).every((pair) => pair.isEnough))
        return !isEnough
      }),
    )
  })

  test('of what is drawn under the pointer is never less than of the accent itself', () => {
    fc.assert(
      fc.property(colors, fc.constantFrom(...schemes), (color, scheme) => {
        if (measureAccent(scheme, color).some(({ isEnough }) => !isEnough)) return
        const { hover, onAccent } = accentTokens(scheme, color)
        expect(contrastOf(hover, grounds[scheme].sunk)).toBeGreaterThanOrEqual(LEAST_CONTRAST)
        expect(contrastOf(hover, onAccent)).toBeGreaterThanOrEqual(LEAST_CONTRAST)
      }),
    )
  })

  test('a color made lighter for the night is enough there, whatever it was', () => {
    fc.assert(fc.property(colors, (color) => measureAccent('dark', lightened(color)).every(({ isEnough }) => isEnough)))
  })

  test('a ratio just short of what is needed is not shown as met', () => {
    expect(ratioShown(4.4999)).toBe('4.49')
    expect(faintestPair(measureAccent('light', '#7cc4bc'))).toMatchObject({ pair: 'foot', isEnough: false })
  })
})
