import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { SessionChart } from './session-chart.tsx'
import type { SessionRecord } from './session-record.ts'
import { sessionScale } from './session-scale.ts'

const at = (time: string) => `2026-11-23T${time}:00-05:00`

const record: SessionRecord = {
  from: at('08:40'),
  to: at('13:30'),
  now: at('10:48'),
  zone: 'America/New_York',
  pressures: [
    { at: at('09:00'), systolic: 132, diastolic: 80 },
    { at: at('10:00'), systolic: 180, diastolic: 104, enteredAt: at('10:20') },
  ],
  pulses: [{ at: at('09:00'), value: 72 }],
  saturations: ['09:50', '09:51', '09:58', '09:59'].map((time) => ({ at: at(time), value: 97 })),
  saturationsBy: 'monitor',
  gaps: [{ from: at('09:52'), to: at('09:57'), reason: 'probe off, 5 min' }],
  rates: [
    { from: at('09:05'), to: at('09:50'), rateMgPerHour: 25 },
    { from: at('09:50'), to: null, rateMgPerHour: 20 },
  ],
  ordered: [{ from: at('10:48'), to: at('13:08'), rateMgPerHour: 20 }],
  scores: [{ label: 'Sedation, RASS', tone: 'plain', values: [{ at: at('10:15'), value: -1 }] }],
  due: { pressure: [at('10:50')], scores: [{ at: at('10:45'), isLate: true }] },
  policies: [{ panel: 'pressure', value: 180, words: 'call prescriber from 180, twice', side: 'above' }],
}

const html = renderToStaticMarkup(<SessionChart record={record} />)
const group = (mark: string) => html.slice(html.indexOf(mark))
const numberAfter = (text: string, name: string) => Number(new RegExp(`${name}="([-\\d.]+)"`).exec(text)?.[1])

describe('the chart of a session', () => {
  test('a pressure of 180 touches the grid line of 180', () => {
    const mark = group('data-pressure="180/104"')
    const tip = numberAfter(mark, 'y1')
    expect(tip).toBe(numberAfter(group('data-tick="180"'), 'y1'))
    expect(mark).toContain(`L${numberAfter(mark, 'x1')},${tip}L`)
  })

  test('a policy line lies on its own value and says what it asks for', () => {
    const line = group('data-policy="180"')
    expect(numberAfter(line, 'y1')).toBe(numberAfter(group('data-tick="180"'), 'y1'))
    expect(line).toContain('call prescriber from 180, twice')
  })

  test('saturation is broken at a gap and never drawn through it', () => {
    const runs = html.match(/data-run="(\d+)"/g)
    expect(runs).toEqual(['data-run="2"', 'data-run="2"'])
    expect(html).toContain('probe off, 5 min')
  })

  test('the dose given is filled up to now, the dose ordered is dashed after it', () => {
    const x = sessionScale(record, 820).x
    const now = Math.round(x(new Date(at('10:48')).getTime()) * 10) / 10
    expect(group('data-rate="given"')).toContain(`H${now}`)
    const ordered = /<path d="(M[^"]*)"[^>]*data-rate="ordered"/.exec(html)
    expect(ordered?.[1]?.startsWith(`M${now},`)).toBe(true)
    expect(ordered?.[0]).toContain('stroke-dasharray')
  })

  test('an entry made twenty minutes afterwards is marked late, and its twin says when it was made', () => {
    expect(html.match(/data-late/g)).toHaveLength(1)
    expect(html).toContain('entered 10:20')
  })

  test('the twin holds every value that is drawn', () => {
    const twin = html.slice(html.indexOf('<table>'))
    for (const value of ['132/80', '180/104', '72', '97', '25', '20', '−1']) expect(twin).toContain(`<td>${value}</td>`)
  })

  test('saturations that somebody typed are spots that nothing joins', () => {
    const { gaps: _gaps, saturationsBy: _by, ...typed } = record
    const spots = renderToStaticMarkup(<SessionChart record={typed} />)
    expect(spots.match(/data-saturation="97"/g)).toHaveLength(4)
    expect(spots.slice(spots.indexOf('data-panel="saturation"'), spots.indexOf('data-panel="rate"'))).not.toContain('<path d="M')
  })
})
