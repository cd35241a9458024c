import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { RoomBar, type RoomVisit } from './room-timeline.tsx'

const at = (time: string) => `2026-11-23T${time}:00-05:00`
const day = { from: at('08:00'), to: at('18:00'), now: at('11:00'), zone: 'America/New_York' }
const visit: RoomVisit = {
  from: at('08:30'),
  home: at('14:00'),
  infusion: { from: at('09:00'), to: at('13:00') },
  state: 'running',
  given: [{ from: at('09:00'), to: null }],
}

const part = (html: string, name: string) => {
  const tag = new RegExp(`<rect [^>]*data-part="${name}"[^>]*>`).exec(html)?.[0] ?? ''
  return (attribute: string) => Number(new RegExp(` ${attribute}="([-\\d.]+)"`).exec(tag)?.[1])
}

test('half way through, half of the infusion is filled', () => {
  const html = renderToStaticMarkup(<RoomBar day={day} visit={visit} name="Chair 2" />)
  expect(part(html, 'given')('width')).toBeCloseTo(part(html, 'ordered')('width') / 2, 0)
})

test('a pause stops the filling where it began', () => {
  const html = renderToStaticMarkup(
    <RoomBar
      day={day}
      visit={{ ...visit, state: 'paused', pausedSince: at('10:00'), given: [{ from: at('09:00'), to: at('10:00') }] }}
      name="Chair 4"
    />,
  )
  expect(part(html, 'given')('width')).toBeCloseTo(part(html, 'ordered')('width') / 4, 0)
  expect(part(html, 'paused')('width')).toBeCloseTo(part(html, 'given')('width'), 0)
})

test('what is drawn is also said', () => {
  const html = renderToStaticMarkup(<RoomBar day={day} visit={visit} name="Chair 2" />)
  expect(html).toContain('Chair 2: running, here from 08:30, infusion 09:00 to 13:00, home 14:00')
  expect(renderToStaticMarkup(<RoomBar day={day} visit={null} name="Chair 8" />)).toContain('Chair 8: no visit')
})

test('what was not started is not drawn as given, however late it is', () => {
  for (const state of ['planned', 'waiting'] as const) {
    const html = renderToStaticMarkup(<RoomBar day={day} visit={{ ...visit, state, given: [] }} name="Chair 5" />)
    expect(html).toContain('data-part="ordered"')
    expect(html).not.toContain('data-part="given"')
  }
})

test('a pause within the infusion is not filled', () => {
  const given = [
    { from: at('09:00'), to: at('09:30') },
    { from: at('10:30'), to: null },
  ]
  const html = renderToStaticMarkup(<RoomBar day={day} visit={{ ...visit, given }} name="Chair 5" />)
  expect(html.match(/data-part="given"/g)).toHaveLength(2)
})
