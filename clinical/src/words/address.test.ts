import { describe, expect, test } from 'vitest'
import { addressIn, ledTo, spoken, switchedTo } from './address.ts'

describe('an address', () => {
  test.each([
    ['/', null, '/'],
    ['/book', null, '/book'],
    ['/es', 'es', '/'],
    ['/es/', 'es', '/'],
    ['/es/book', 'es', '/book'],
    ['/en/l/abc/appointment', 'en', '/l/abc/appointment'],
    ['/essay', null, '/essay'],
    ['/xx/book', null, '/xx/book'],
    ['/es/es', 'es', '/es'],
    ['/es/api/booking/slots', null, '/es/api/booking/slots'],
    ['/es/assets/a.js', null, '/es/assets/a.js'],
    ['/es/apiary', 'es', '/apiary'],
    // A browser would take these for another host.
    ['/es//example.org', 'es', '/example.org'],
    ['/es/\\example.org', 'es', '/example.org'],
  ])('%s says its language and its page', (path, language, plain) => {
    expect(spoken(path)).toEqual({ language, plain })
  })

  test('has a prefix in every language but the clinic’s own', () => {
    expect([addressIn('en', '/book', 'en'), addressIn('es', '/book', 'en')]).toEqual(['/book', '/es/book'])
    expect([addressIn('en', '/', 'es'), addressIn('es', '/', 'es')]).toEqual(['/en', '/'])
    expect([switchedTo('en', '/'), switchedTo('en', '/book')]).toEqual(['/en', '/en/book'])
  })

  test.each([
    ['', '/book', '/book'],
    ['/es', '/book', '/es/book'],
    ['/es', '/', '/es'],
    ['/es', '/book?state=VA#when', '/es/book?state=VA#when'],
    ['/es', '/es/book', '/es/book'],
    ['/es', '/es', '/es'],
    ['/es', '/essay', '/es/essay'],
    ['/es', '?act=move', '?act=move'],
    ['/es', '#main', '#main'],
    ['/es', 'tel:988', 'tel:988'],
    ['/es', '//example.org/', '//example.org/'],
    ['/es', 'https://example.org/', 'https://example.org/'],
  ])('a page at “%s” leads to %s by %s', (base, href, led) => {
    expect(ledTo(base, href)).toBe(led)
  })
})
