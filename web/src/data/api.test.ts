import { afterEach, describe, expect, test, vi } from 'vitest'
import { call, ProblemError } from './api.ts'

type Sent = { path: string; key: string | undefined; body: unknown }

/** A network that answers as told, one answer a request; `null` is silence. */
function network(...answers: (Response | null)[]) {
  const sent: Sent[] = []
  vi.stubGlobal('fetch', async (path: string, { headers, body }: { headers: Record<string, string>; body?: string }) => {
    sent.push({ path, key: headers['idempotency-key'], body })
    const answer = answers.shift()
    if (!answer) throw new TypeError('network lost')
    return answer
  })
  return sent
}

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/problem+json' } })

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('a request', () => {
  test('a write sent again after silence keeps its idempotency key', async () => {
    vi.useFakeTimers()
    const sent = network(null, null, json({ ok: true }))
    const reply = call<{ ok: boolean }>('POST', '/api/x', { dose: '35' })
    await vi.runAllTimersAsync()
    expect(await reply).toEqual({ ok: true })
    expect(sent).toHaveLength(3)
    expect(new Set(sent.map(({ key }) => key)).size).toBe(1)
    expect(sent[0]?.key).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('two writes have two keys, and reading has none', async () => {
    const sent = network(json(1), json(2), json(3))
    await call('POST', '/api/x', {})
    await call('POST', '/api/x', {})
    await call('GET', '/api/x')
    expect(sent[0]?.key).not.toBe(sent[1]?.key)
    expect(sent[2]?.key).toBeUndefined()
  })

  test('a refusal carries its code and all its faults, and is not sent again', async () => {
    const faults = [{ field: 'weightKg', expected: 'a weight from 30 to 250 kg', value: 'abc' }]
    const sent = network(json({ code: 'not-valid', detail: 'Something is missing.', faults }, 422))
    const refusal = await call('POST', '/api/x', {}).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(ProblemError)
    expect(refusal).toMatchObject({ status: 422, code: 'not-valid', message: 'Something is missing.', faults })
    expect(sent).toHaveLength(1)
  })

  test('a network that stays silent is a problem in words, after three tries', async () => {
    vi.useFakeTimers()
    const sent = network(null, null, null)
    const lost = call('POST', '/api/x', {}).catch((error: unknown) => error)
    await vi.runAllTimersAsync()
    expect(await lost).toMatchObject({ status: 0, code: 'no-network' })
    expect(sent).toHaveLength(3)
  })
})
