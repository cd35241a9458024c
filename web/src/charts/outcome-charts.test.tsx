import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { Hills } from './hills.tsx'
import { OutcomeInterval } from './outcome-interval.tsx'

const numberIn = (text: string, name: string) => Number(new RegExp(`${name}="([-\\d.]+)"`).exec(text)?.[1])
const tagWith = (html: string, mark: string) => new RegExp(`<[a-z]+ [^>]*${mark}[^>]*>`).exec(html)?.[0] ?? ''

describe('the chart of intervals', () => {
  const html = renderToStaticMarkup(
    <OutcomeInterval
      groups={[
        { label: 'CRPS', note: '60 treated, 10 missing', responders: 30, treated: 60, low: 0.38, high: 0.62, answered: 0.6 },
        { label: 'Spinal cord injury', note: 'fewer than 11 people', hidden: 'not shown, and in no total on this page' },
      ]}
      caption="Missing counts as no relief."
    />,
  )

  test('the disc of a half stands in the middle, inside its bar', () => {
    const [bar, disc] = [tagWith(html, 'data-interval'), tagWith(html, 'data-estimate')]
    const [from, width, at] = [numberIn(bar, 'x'), numberIn(bar, 'width'), numberIn(disc, 'cx')]
    expect(at).toBeCloseTo(from + width / 2, 0)
    expect(numberIn(tagWith(html, 'data-ring'), 'cx')).toBeGreaterThan(at)
  })

  test('a small group has its name and no figure', () => {
    const row = html.slice(html.indexOf('data-group="Spinal cord injury"'), html.indexOf('</svg>'))
    expect(row).toContain('not shown')
    expect(row).not.toContain('data-estimate')
  })
})

describe('people as pictures', () => {
  test('flat lines are drawn over the ridges, so that none is hidden', () => {
    const person = (responds: boolean) => ({ responds, relief: [0, responds ? 0.8 : 0, 0] })
    const html = renderToStaticMarkup(
      <Hills people={[person(false), person(true), person(false)]} weeks={[-0.5, 0, 12]} caption="Simulated." />,
    )
    // Once for a wide page and once for a narrow one: a stylesheet shows the one that fits.
    const drawings = html.split('<svg').slice(1)
    expect(drawings).toHaveLength(2)
    for (const each of drawings) {
      expect(each.lastIndexOf('data-ridge')).toBeLessThan(each.indexOf('data-flat'))
      expect(each.match(/data-flat/g)).toHaveLength(2)
    }
  })
})
