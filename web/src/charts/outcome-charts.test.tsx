import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { Hills } from './hills.tsx'
import { IconArray } from './icon-array.tsx'
import { OutcomeInterval } from './outcome-interval.tsx'
import { SurvivalSteps } from './survival-steps.tsx'
import { Vial } from './vial.tsx'

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

describe('the curve of lasting relief', () => {
  const steps = [
    { day: 0, share: 1, low: 1, high: 1 },
    { day: 20, share: 0.5, low: 0.4, high: 0.6 },
    { day: 80, share: 0.1, low: 0, high: 0.2 },
  ]
  const html = renderToStaticMarkup(
    <SurvivalSteps
      curves={[{ label: 'relief at day 7', tone: 'relief', steps, censored: [10, 85] }]}
      atRisk={[
        { day: 0, people: 81 },
        { day: 90, people: null },
      ]}
      until={72}
      days={90}
      caption="Kaplan–Meier."
    />,
  )

  test('nothing is drawn or told after fewer than eleven are at risk', () => {
    expect(html).not.toContain('data-censored="85"')
    expect(html).not.toContain('<td>80</td>')
    expect(html).toContain('under 11')
  })

  test('it goes in steps: only across and down', () => {
    const path = /<path d="(M[^"]*)"[^>]*data-line="relief at day 7"/.exec(html)?.[1]
    expect(path?.replace(/[\d.,-]/g, '')).toBe('MHVH')
  })
})

describe('people as pictures', () => {
  test('non-response has as many figures as there are people without relief', () => {
    const html = renderToStaticMarkup(<IconArray count={13} low={9} high={17} label="Given the drug" />)
    expect(html.match(/data-figure="in/g)).toHaveLength(13)
    expect(html.match(/data-figure="out/g)).toHaveLength(7)
    expect(html.match(/ open"/g)).toHaveLength(8)
    expect(html).toContain('It could be 9 to 17')
  })

  test('flat lines are drawn over the ridges, so that none is hidden', () => {
    const person = (responds: boolean) => ({ responds, relief: [0, responds ? 0.8 : 0, 0] })
    const html = renderToStaticMarkup(
      <Hills people={[person(false), person(true), person(false)]} weeks={[-0.5, 0, 12]} caption="Simulated." />,
    )
    expect(html.lastIndexOf('data-ridge')).toBeLessThan(html.indexOf('data-flat'))
    expect(html.match(/data-flat/g)).toHaveLength(2)
  })
})

test('a vial shows the share that is left', () => {
  expect(renderToStaticMarkup(<Vial leftMl="4" sizeMl="10" />)).toContain('data-share="0.4"')
  expect(renderToStaticMarkup(<Vial leftMl={0} sizeMl={0} />)).toContain('data-share="0"')
})
