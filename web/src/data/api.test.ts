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
  vi.restoreAllMocks()
})

describe('a request', () => {
  test('a write is sent once, at the press: silence is said at once and nothing follows by itself', async () => {
    vi.useFakeTimers()
    const sent = network(null, json({ ok: true }))
    const lost = await call('POST', '/x', { dose: '35' }).catch((error: unknown) => error)
    expect(lost).toMatchObject({ status: 0, code: 'no-answer' })
    expect((lost as Error).message).toMatch(/not known to be saved.*safe/)
    await vi.advanceTimersByTimeAsync(600_000)
    expect(sent).toHaveLength(1)
    expect(sent[0]?.key).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('without a network it says that it is not saved, and that nothing is sent later', async () => {
    vi.stubGlobal('navigator', { onLine: false })
    network(null)
    const lost = await call('POST', '/x', {}).catch((error: unknown) => error)
    expect((lost as Error).message).toMatch(/^Not saved: there is no network\. Nothing is sent later on its own/)
  })

  test('an answer that does not come ends in words: it may be saved or not, and pressing again is safe', async () => {
    vi.stubGlobal('fetch', (_: string, { signal }: { signal: AbortSignal }) => {
      const { promise, reject } = Promise.withResolvers<Response>()
      signal.addEventListener('abort', () => reject(signal.reason))
      return promise
    })
    vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
      const control = new AbortController()
      setTimeout(() => control.abort(new DOMException('late', 'TimeoutError')), ms)
      return control.signal
    })
    vi.useFakeTimers()
    const late = call('POST', '/x', {}).catch((error: unknown) => error)
    await vi.advanceTimersByTimeAsync(20_000)
    expect(((await late) as Error).message).toMatch(/No answer in 20 s\. It may or may not be saved/)
  })

  test('two writes have two keys, and reading has none', async () => {
    const sent = network(json(1), json(2), json(3))
    await call('POST', '/x', {})
    await call('POST', '/x', {})
    await call('GET', '/x')
    expect(sent[0]?.key).not.toBe(sent[1]?.key)
    expect(sent[2]?.key).toBeUndefined()
  })

  test('a refusal carries its code and all its faults, and is not sent again', async () => {
    const faults = [{ field: 'weightKg', code: 'at-most-characters', params: { most: 40 }, value: 'abc' }]
    const sent = network(json({ code: 'not-valid', detail: 'Something is missing.', faults }, 422))
    const refusal = await call('POST', '/x', {}).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(ProblemError)
    expect(refusal).toMatchObject({ status: 422, code: 'not-valid', message: 'Something is missing.', faults })
    expect(sent).toHaveLength(1)
  })

  test('a read that meets silence is a problem in words, after three tries', async () => {
    vi.useFakeTimers()
    const sent = network(null, null, null)
    const lost = call('GET', '/x').catch((error: unknown) => error)
    await vi.runAllTimersAsync()
    expect(await lost).toMatchObject({ status: 0, code: 'no-network' })
    expect(sent).toHaveLength(3)
  })
})
