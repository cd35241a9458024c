import { mkdirSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { join } from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from './app.ts'
import { newcomer } from './platform/auth/testing-site.ts'
import { type TestClinic, testClinic } from './platform/testing.ts'
import { patience } from './start.ts'
import { folderFor } from './testing-server.ts'

const place = folderFor()
const logged: string[] = []
let clinic: TestClinic
let app: ReturnType<typeof createApp>
let cookie = ''
beforeAll(async () => {
  await testClinic()
  clinic = await testClinic()
  mkdirSync(join(place.folder, 'assets/inner'), { recursive: true })
  for (const name of ['page.js', 'page.css', 'inner/hidden.js']) writeFileSync(join(place.folder, 'assets', name), '')
  app = createApp({
    ground: { ...clinic.ground, log: pino({ level: 'error' }, { write: (line: string) => void logged.push(line) }) },
    render: async ({ url, data }) => {
      if (url.includes('broken')) throw new Error('select secret_column from account')
      return { status: 200, html: JSON.stringify(data) }
    },
    trust: { publicUrl: undefined, proxies: [] },
    assets: place.folder,
  })
  cookie = (await newcomer(clinic, 'nurse')).browser.cookie ?? ''
})
afterAll(() => place.remove())

const ask = (path: string) => app.request(`http://${clinic.host}${path}`, { headers: { cookie, accept: 'text/html' } })

describe('an answer', () => {
  test.each([
    ['/', 'text/html; charset=UTF-8'],
    ['/healthz', 'text/plain; charset=UTF-8'],
    ['/assets/page.js', 'text/javascript; charset=utf-8'],
    ['/assets/page.css', 'text/css; charset=utf-8'],
    ['/api/auth/me', 'application/json'],
    ['/api/nowhere', 'application/problem+json'],
  ])('%s says what it is and how its text is encoded', async (path, type) => {
    const said = (await ask(path)).headers.get('content-type') ?? ''
    expect(said.replace(/; ?/, '; ').toLowerCase()).toBe(type.toLowerCase())
  })

  test('to a fault of ours says nothing of its cause, and the log keeps all of it', async () => {
    const answer = await ask('/broken')
    const { requestId, ...said } = (await answer.json()) as Record<string, unknown>
    expect(said).toEqual({ type: 'about:blank', title: expect.stringContaining('on our side'), status: 500 })
    const [line] = logged.map((each) => JSON.parse(each))
    expect(line).toMatchObject({ requestId, msg: 'bug', error: expect.stringContaining('secret_column') })
    expect(line.error).toMatch(/answers\.int\.test\.ts:\d+/)
  })

  test('to whoever asks for a folder is no list of its files', async () => {
    for (const path of ['/assets', '/assets/', '/assets/inner', '/assets/inner/'])
      expect([path, /page\.(js|css)|hidden/.test(await (await ask(path)).text())]).toEqual([path, false])
  })
})

describe('a request', () => {
  test('that gives one thing twice is refused by its name', async () => {
    const answer = await ask('/api/booking/calls?day=2026-11-23&day=2026-11-24')
    const { faults } = (await answer.json()) as { faults: { field: string }[] }
    expect([answer.status, faults.map(({ field }) => field)]).toEqual([422, ['day']])
  })

  test('that says wrongly where it comes from is refused, every header at once', async () => {
    const headers = {
      cookie,
      origin: `http://${clinic.host}`,
      'idempotency-key': 'a-key-of-some-kind',
      'entry-device': 'tablet',
      'entry-form': '',
    }
    const send = (more: Record<string, string>) =>
      app.request(`http://${clinic.host}/api/people/find`, { method: 'POST', headers: { ...headers, ...more }, body: '{}' })
    const answer = await send({ 'entry-place': '0' })
    const { faults } = (await answer.json()) as { faults: { field: string }[] }
    expect([answer.status, faults.map(({ field }) => field)]).toEqual([422, ['Entry-Device', 'Entry-Place', 'Entry-Form']])
    const half = (await (await send({ 'entry-device': crypto.randomUUID(), 'entry-form': 'find 1' })).json()) as {
      faults: { field: string }[]
    }
    expect(half.faults.map(({ field }) => field)).toEqual(['Entry-Place'])
  })

  const heads: [string, string][] = [
    ['two lengths', 'Content-Length: 5\r\nContent-Length: 6'],
    ['a length and chunks', 'Content-Length: 5\r\nTransfer-Encoding: chunked'],
    ['a length that is no number', 'Content-Length: 5x'],
    ['chunks spelled in another way', 'Transfer-Encoding : chunked'],
    ['chunks that are not the last word', 'Transfer-Encoding: chunked, identity'],
  ]
  test.each(heads)('with %s is refused before anything reads it', async (_, head) => {
    let seen = 0
    const fetch = async () => {
      seen += 1
      return new Response('taken')
    }
    const server = createAdaptorServer({ fetch, serverOptions: patience }) as Server
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const said = await new Promise<string>((done) => {
      let text = ''
      const socket = connect((server.address() as AddressInfo).port, '127.0.0.1', () =>
        socket.write(`POST /a HTTP/1.1\r\nHost: x\r\n${head}\r\n\r\n0\r\n\r\nGET /b HTTP/1.1\r\nHost: x\r\n\r\n`),
      )
      socket.on('data', (part) => {
        text += part
      })
      socket.on('close', () => done(text))
      socket.on('error', () => done(text))
    })
    server.close()
    expect([said.slice(0, 12), seen]).toEqual(['HTTP/1.1 400', 0])
  })
})
