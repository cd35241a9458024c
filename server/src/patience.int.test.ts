import type { Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { describe, expect, test } from 'vitest'
import { patience } from './start.ts'

describe('a connection', () => {
  test.each([
    ['headers', 'GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow: ', patience.headersTimeout],
    ['a body', 'POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf', patience.requestTimeout],
  ])('that never ends its %s is cut, sooner than a proxy would give up', async (_, begun, withinMs) => {
    expect(withinMs).toBeLessThan(60_000)
    const fast = { headersTimeout: 300, requestTimeout: 300, connectionsCheckingInterval: 50 }
    expect(Object.keys(fast)).toEqual(Object.keys(patience))
    const server = createAdaptorServer({
      fetch: async (request) => new Response(await request.text()),
      serverOptions: fast,
    }) as Server
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const said = await new Promise<string>((done) => {
      let text = ''
      const socket = connect((server.address() as AddressInfo).port, '127.0.0.1', () => socket.write(begun))
      socket.on('data', (part) => {
        text += part
      })
      socket.on('close', () => done(text))
    })
    server.close()
    expect(said).toMatch(/^HTTP\/1[.]1 408 /)
  })
})
