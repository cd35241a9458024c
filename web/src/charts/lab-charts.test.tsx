import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { IntervalRows } from './interval-rows.tsx'
import { ModelFans } from './model-fans.tsx'

const fan = [0, 1, 2].map((at) => ({ at, p5: at, p25: at * 2, median: at * 3, p75: at * 4, p95: at * 5 }))
const line = fan.map(({ at, median }) => ({ at, value: median }))
const row = { label: 'A: 10 mg', compareAt: 1.5, given: [{ from: 0, to: 0.5 }] }
const twin = { caption: 'In figures', head: ['model', 'value'], rows: [['Kamp 2020', 3]] }
const fans = (panels: Parameters<typeof ModelFans>[0]['rows'][number]['panels']) =>
  renderToStaticMarkup(
    <ModelFans label="Curves" rows={[{ ...row, panels }]} hours={2} ink="#123" caption="Model estimate." twin={twin} />,
  )

describe('the curves of several models', () => {
  const html = fans([
    { label: 'Kamp 2020', line, fan, compared: { value: 4, words: '4' } },
    { label: 'Domino', line },
  ])
  const panel = (name: string) => html.slice(html.indexOf(`data-panel="${name}"`), html.indexOf(`data-panel="${name}"`) + 6000)

  test('a panel has one fan, its bands before its line, and the other models behind it', () => {
    const order = ['data-band="90"', 'data-band="50"', 'data-other="Domino"', 'data-line="Kamp 2020"'].map((each) =>
      panel('Kamp 2020').indexOf(each),
    )
    expect(order.every((at, i) => at > (order[i - 1] ?? -1))).toBe(true)
    expect(html.match(/data-band="90"/g)).toHaveLength(1)
  })

  test('a line that still waits for its band stands on the scale the band will need', () => {
    const d = (markup: string) => /<path d="([^"]+)"[^>]*data-line="Domino"/.exec(markup)?.[1]
    const drawn = d(fans([{ label: 'Domino', line, fan }]))
    expect(drawn).toBeTruthy()
    expect(d(fans([{ label: 'Domino', line, reach: 10 }]))).toBe(drawn)
    expect(d(fans([{ label: 'Domino', line }]))).not.toBe(drawn)
  })

  test('four panels where three would fit stand as two and two; long names stay inside the picture', () => {
    const label = 'A: '.padEnd(400, 'word ')
    const panels = ['a', 'b', 'c', 'd'].map((name) => ({ label: name, line, fan }))
    const html = renderToStaticMarkup(
      <ModelFans label="Curves" rows={[{ ...row, label, panels }]} hours={2} ink="#123" caption="" twin={twin} />,
    )
    const lefts = [...html.matchAll(/translate\(([\d.]+) [\d.]+\)"><g data-panel/g)].map(([, left]) => left)
    expect(lefts).toHaveLength(4)
    expect(new Set(lefts).size).toBe(2)
    expect(html).toMatch(/>A: word [^<]{20,110}…</)
  })

  test('the value at the time of comparing is a mark with its words', () => {
    expect(panel('Kamp 2020')).toMatch(/<circle[^>]*>.*4<\/text>/)
  })
})

describe('rows of estimates', () => {
  const seen = { at: 2.7, low: 1.7, high: 3.7 }
  const words = 'a very long name of what was measured in the eighth week after it all had ended, under the drug'
  const rows = [
    {
      label: words,
      at: 3.4,
      outer: { low: 2.6, high: 4.4 },
      seen,
      words: 'model: 3.4',
      more: '2.6 to 4.4; fits',
      note: 'paper: 2.7',
    },
  ]
  const html = renderToStaticMarkup(
    <IntervalRows
      isStacked
      label="Trial"
      groups={[{ title: 'Pain', unit: '0 to 10', isFromZero: true, rows }]}
      ink="#123"
      caption="Model estimate."
      twin={{ caption: 'In figures', head: ['unit', 'measure', 'model', 'interval', 'paper'] }}
    />,
  )

  test('what was seen is a ring under the estimate, with its own interval', () => {
    expect(html.match(/data-seen/g)).toHaveLength(1)
    expect(html.match(/data-estimate="true"/g)).toHaveLength(1)
  })

  test('long words are broken, and none is lost', () => {
    const said = [...html.matchAll(/font-weight="600"[^>]*>([^<]*)</g)].map(([, each]) => each)
    expect(said.length).toBeGreaterThan(1)
    expect(said.join(' ')).toBe(words)
  })

  test('the twin says all of it', () => {
    for (const each of [words, 'model: 3.4', '2.6 to 4.4; fits', 'paper: 2.7']) expect(html).toContain(`<td>${each}</td>`)
  })
})
