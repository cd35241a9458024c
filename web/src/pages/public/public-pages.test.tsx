import { claims, gradeOf } from '@dripline/clinical'
import { describe, expect, test } from 'vitest'
import type { PageData } from '../../data/page-data.ts'
import { drawPaper } from '../../paper-document.tsx'
import { pages } from '../pages.generated.ts'

const crisisLines = [
  { label: 'In danger now?', action: 'Call', number: '911' },
  { label: 'In crisis?', action: 'Call or text', number: '988' },
]
const frameAt = (path: string, now: string): PageData['frame'] => ({
  clinic: { name: 'Blue Ridge Infusion', phone: '(540) 555-0100', zone: 'America/New_York', simulated: false, crisisLines },
  user: null,
  path,
  now,
})

const htmlOf = async (path: string, data: object, now = '2026-11-24T15:00:00Z') => {
  const entry = pages.find(({ page }) => page.path === path.replace(/^\/l\/\w+/, '/l/:secret'))
  const html = await drawPaper(entry, { ...data, frame: frameAt(path, now) })
  return html.slice(html.indexOf('<main'), html.indexOf('</main>'))
}

const sentencesOf = (html: string) =>
  [...html.replace(/<(svg|table|option)[\s\S]*?<\/\1>/g, '').matchAll(/<(p|h1|h2|h3|figcaption)[ >][\s\S]*?<\/\1>/g)]
    .map(([block]) =>
      block
        .replace(/<[^>]+>/g, ' ')
        .replace(/&[^;]+;/g, "'")
        .trim(),
    )
    .map((text) => (/[.?!]$/.test(text) ? text : `${text}.`))
    .join(' ')

const booking = {
  isSetUp: true,
  minutes: 15,
  states: [{ code: 'VA', name: 'Virginia' }],
  zone: 'America/New_York',
  day: null,
  idempotencyKey: 'k',
  form: { id: 'f', until: 0, mark: 'm', sum: { parts: 1, bits: 1 } },
  held: null,
}
const slot = (start: string, end: string) => ({ start, end, holderId: 'x' })
const days = [
  { date: '2026-11-24', state: 'open', slots: [slot('2026-11-24T15:15:00Z', '2026-11-24T15:30:00Z')] },
  { date: '2026-11-25', state: 'full', slots: [] },
  { date: '2026-11-26', state: 'closed', slots: [] },
]

describe('the public home', () => {
  test('reads at grade eight or below', async () => {
    expect(gradeOf(sentencesOf(await htmlOf('/', { isSetUp: true })))).toBeLessThanOrEqual(8)
  })

  test('makes no claim without its source, and none of relief without the review that found no benefit', async () => {
    const html = await htmlOf('/', { isSetUp: true })
    for (const id of ['relief-two-thirds', 'cochrane-2025', 'not-fda-approved']) {
      const claim = claims.find((each) => each.id === id)
      expect(html).toContain(claim?.text)
      expect(html).toContain(claim?.source)
    }
  })

  test('stops making claims the day their review runs out, and still says what is not approved', async () => {
    const html = await htmlOf('/', { isSetUp: true }, '2029-01-01T00:00:00Z')
    expect(html).not.toContain('67 in 100, against')
    expect(html).toContain('not FDA-approved')
  })

  test('draws everybody without relief over the hills: thirteen ridges, seven flat lines', async () => {
    const html = await htmlOf('/', { isSetUp: true })
    const drawings = html.split('<svg').filter((each) => each.includes('data-ridge'))
    expect(drawings).toHaveLength(2)
    for (const each of drawings) {
      expect(each.match(/data-ridge/g)).toHaveLength(13)
      expect(each.match(/data-flat/g)).toHaveLength(7)
    }
    expect(html).toContain('The seven flat lines are people who got none')
  })

  test('offers no call before the clinic is set up', async () => {
    expect(await htmlOf('/', { isSetUp: false })).not.toContain('href="/book"')
  })
})

describe('the booking page', () => {
  test('asks for the state first and shows no time before', async () => {
    const html = await htmlOf('/book', { ...booking, state: null, isServed: false, days: [] })
    expect(html).toContain('Where will you be')
    expect(html).not.toContain('name="start"')
  })

  test('outside the list there is no time, and the crisis lines stand in the page', async () => {
    const html = await htmlOf('/book', { ...booking, state: 'other', isServed: false, days: [] })
    expect(html).not.toContain('name="start"')
    expect(html).toContain('tel:988')
  })

  test('names the zone once above the times and keeps full and closed days in view', async () => {
    const html = await htmlOf('/book', { ...booking, state: 'VA', isServed: true, days })
    expect(html.indexOf('Eastern')).toBeLessThan(html.indexOf('name="start"'))
    for (const word of ['1 free', 'full', 'closed', '10:15']) expect(html).toContain(word)
  })

  test('asks for nothing about health', async () => {
    const html = await htmlOf('/book', { ...booking, state: 'VA', isServed: true, days })
    const fields = [...html.matchAll(/<(?:input|select|textarea)[^>]* name="([^"]+)"/g)].map(([, name]) => name)
    const ours = ['idempotency-key', 'form', 'form-until', 'form-mark', 'form-sum']
    expect(new Set(fields)).toEqual(new Set(['state', 'zone', 'day', 'start', 'name', 'phone', 'email', ...ours]))
  })

  test('comes back with everything that was typed, and the time that is gone is not offered', async () => {
    const refused = { status: 409, code: 'slot-taken', title: 'Someone has just taken this time.', faults: [] }
    const sent = { name: 'Robin Madeupname', phone: '540', email: 'robin@', start: '2026-11-25T15:15:00Z', day: '2026-11-24' }
    const html = await htmlOf('/book', { ...booking, state: 'VA', isServed: true, days, refused, sent })
    for (const kept of ['Robin Madeupname', 'value="540"', 'robin@', 'Someone has just taken this time.'])
      expect(html).toContain(kept)
    expect(html).not.toContain('checked="" value="2026-11-25')
  })
})

describe('W18: a link that opens nothing', () => {
  const refusedBy = (why?: string) =>
    htmlOf('/l/abc/appointment', {
      problem: { status: 410, code: 'link-unusable', title: 'This link has been used.', about: { ...(why && { why }) } },
    })

  test.each([
    ['cut', 'Part of this link is missing'],
    ['unknown', 'This link opens nothing here'],
    ['expired', 'This link has expired'],
    ['replaced', 'A newer letter has replaced this link'],
    [undefined, 'This link has done its work'],
  ])('%s: says so, and whom to call, at grade eight or below', async (why, title) => {
    const html = await refusedBy(why)
    expect(html).toContain(title)
    expect(html).toContain('href="tel:5405550100"')
    expect(html).not.toMatch(/sign in/i)
    expect(gradeOf(sentencesOf(html))).toBeLessThanOrEqual(8)
  })

  test('an address that is not there says whom to call, too', async () => {
    expect(await htmlOf('/nowhere', {})).toContain('href="tel:5405550100"')
  })
})
