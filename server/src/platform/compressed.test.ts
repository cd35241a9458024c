import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { compressed, mayCompress } from './compressed.ts'

const long = 'the same words again, '.repeat(200)
const app = new Hono()
  .use(compressed)
  .get('/page', (c) => c.html(long))
  .get('/short', (c) => c.html('short'))
  .get('/api/answer', (c) => c.json({ long }))
  .get('/api/problem', (c) => c.body(JSON.stringify({ long }), 409, { 'content-type': 'application/problem+json' }))
  .get('/file', (c) => c.body(long, 200, { 'content-type': 'application/pdf' }))
  .get('/l/:secret/check-in', (c) => c.html(long))
  .get('/api/proof/codes', (c) => c.json({ long }))

const ask = (path: string, headers: Record<string, string> = {}) =>
  app.request(path, { headers: { 'accept-encoding': 'gzip, deflate, br, zstd', 'sec-fetch-site': 'same-origin', ...headers } })
const wayOf = async (path: string, headers?: Record<string, string>) => (await ask(path, headers)).headers.get('content-encoding')

describe('an answer made smaller', () => {
  test('a page, JSON and a refusal come as small as the browser takes them, and say the same', async () => {
    for (const path of ['/page', '/api/answer', '/api/problem']) {
      const answer = await ask(path)
      expect([path, answer.headers.get('content-encoding')]).toEqual([path, 'br'])
      expect(answer.headers.get('vary')).toContain('Accept-Encoding')
      const bytes = new Uint8Array(await answer.arrayBuffer())
      expect(bytes.length).toBeLessThan(400)
      expect(brotliDecompressSync(bytes).toString()).toContain(long)
    }
    const gzipped = await ask('/page', { 'accept-encoding': 'gzip;q=1, br;q=0' })
    expect(gunzipSync(new Uint8Array(await gzipped.arrayBuffer())).toString()).toBe(long)
  })

  test('keeps its status, and goes as it is where it is short, a file, or not wanted', async () => {
    expect((await ask('/api/problem')).status).toBe(409)
    for (const [path, headers] of [['/short'], ['/file'], ['/page', { 'accept-encoding': 'identity' }]] as const)
      expect([path, await wayOf(path, headers)]).toEqual([path, null])
    expect(await (await ask('/page', { 'accept-encoding': '' })).text()).toBe(long)
  })
})

describe('BREACH: what is not made smaller', () => {
  test.each(['/l/abc/check-in', '/api/proof/codes'])('%s holds what opens something, whoever asks', async (path) => {
    expect(await wayOf(path)).toBeNull()
  })

  test.each(['cross-site', 'same-site', undefined])(
    'with a cookie and sec-fetch-site %s another may have caused it',
    async (site) => {
      const header = (name: string) => (name === 'cookie' ? 'dripline=x' : name === 'sec-fetch-site' ? site : undefined)
      expect(mayCompress({ path: '/api/people', header })).toBe(false)
      expect(mayCompress({ path: '/book', header: (name) => (name === 'cookie' ? undefined : header(name)) })).toBe(true)
    },
  )

  test('our own page and the address bar get it small, cookie or not', async () => {
    for (const site of ['same-origin', 'none']) expect(await wayOf('/page', { 'sec-fetch-site': site, cookie: 'a=b' })).toBe('br')
  })
})
