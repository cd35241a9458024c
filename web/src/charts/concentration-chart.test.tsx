import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { ConcentrationChart } from './concentration-chart.tsx'

const plasma = [0, 2, 4, 6, 8].map((at) => ({ at, p5: at * 10, p25: at * 15, median: at * 20, p75: at * 25, p95: at * 30 }))
const html = renderToStaticMarkup(
  <ConcentrationChart
    plasma={plasma}
    effect={plasma}
    rates={[{ from: 0, to: 4, rateMgPerHour: 25 }]}
    ranges={[{ label: 'analgesia', from: 70, to: 160 }]}
    caption="Model estimate. Not modeled: other drugs."
  />,
)
const panel = (name: string) => html.slice(html.indexOf(`data-panel="${name}"`))

describe('the chart of concentrations', () => {
  test.each(['Plasma', 'Effect site'])('in the panel %s the bands come before the line, the wide one first', (name) => {
    const drawn = panel(name)
    expect(drawn.indexOf('data-band="90"')).toBeLessThan(drawn.indexOf('data-band="50"'))
    expect(drawn.indexOf('data-band="50"')).toBeLessThan(drawn.indexOf(`data-line="${name}"`))
  })

  test('both panels stand on the same scale', () => {
    const height = (name: string) => {
      const lines = [...panel(name).matchAll(/data-tick="(\d+)" x1="\d+" x2="[\d.]+" y1="([\d.]+)"/g)].slice(0, 2)
      return Number(lines[0]?.[2]) - Number(lines[1]?.[2])
    }
    expect(height('Plasma')).toBeGreaterThan(0)
    expect(height('Effect site')).toBeCloseTo(height('Plasma'), 1)
  })

  test('published ranges stand once, beside the plasma', () => {
    expect(html.match(/data-range="analgesia"/g)).toHaveLength(1)
    expect(html).toContain('70 to 160')
  })

  test('the caption and the twin come with the picture', () => {
    expect(html).toContain('Not modeled: other drugs.')
    expect(html).toContain('<td>160</td><td>80 to 240</td>')
  })
})
