import { MutationObserver, onlineManager } from '@tanstack/react-query'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { newQueryClient } from './query.ts'
import { sendOnce } from './send.ts'

/** A network that answers as told, one answer a request; `null` is silence. */
function network(...answers: (Response | null)[]) {
  const keys: (string | undefined)[] = []
  vi.stubGlobal('fetch', async (_: string, { headers }: { headers: Record<string, string> }) => {
    keys.push(headers['idempotency-key'])
    const answer = answers.shift()
    if (!answer) throw new TypeError('network lost')
    return answer
  })
  return keys
}

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/problem+json' } })

afterEach(() => {
  vi.unstubAllGlobals()
  onlineManager.setOnline(true)
})

describe('an act', () => {
  test('pressed again after silence is the same act, also from a form that was opened anew', async () => {
    const keys = network(null, json({ ok: true }), json({ ok: true }))
    await expect(sendOnce('POST', '/stop', { reason: 'x' })).rejects.toMatchObject({ status: 0 })
    await sendOnce('POST', '/stop', { reason: 'x' })
    expect(keys[1]).toBe(keys[0])
    await sendOnce('POST', '/stop', { reason: 'x' })
    expect(keys[2]).not.toBe(keys[0])
  })

  test('pressed again after a reload of the tab is the same act still, and what was sent is not kept', async () => {
    const store = new Map<string, string>()
    vi.stubGlobal('sessionStorage', {
      getItem: (name: string) => store.get(name) ?? null,
      setItem: (name: string, value: string) => void store.set(name, value),
      removeItem: (name: string) => void store.delete(name),
    })
    const keys = network(null, json({ ok: true }), json({ ok: true }))
    const patient = { name: 'Clover Samplett' }
    await expect(sendOnce('POST', '/patients', patient)).rejects.toMatchObject({ status: 0 })
    expect(store.size).toBe(1)
    expect(JSON.stringify([...store])).not.toContain('Clover')
    vi.resetModules()
    const reloaded = await import('./send.ts')
    await reloaded.sendOnce('POST', '/patients', patient)
    expect(keys[1]).toBe(keys[0])
    expect(store.size).toBe(0)
    await reloaded.sendOnce('POST', '/patients', patient)
    expect(keys[2]).not.toBe(keys[0])
  })

  test('a broken answer of the server is silence too; a refusal is an answer', async () => {
    const keys = network(json({}, 500), json({ code: 'wrong-state' }, 409), json({ ok: true }))
    await expect(sendOnce('POST', '/pause', {})).rejects.toMatchObject({ status: 500 })
    await expect(sendOnce('POST', '/pause', {})).rejects.toMatchObject({ status: 409 })
    await sendOnce('POST', '/pause', {})
    expect(keys[1]).toBe(keys[0])
    expect(keys[2]).not.toBe(keys[1])
  })

  test('without a network it fails at once: it is never held, and nothing runs when the network is back', async () => {
    const keys = network(null)
    const queries = newQueryClient()
    queries.mount()
    onlineManager.setOnline(false)
    const press = new MutationObserver(queries, { mutationFn: () => sendOnce('POST', '/stop', { reason: 'offline' }) })
    await expect(press.mutate()).rejects.toMatchObject({ status: 0 })
    expect(press.getCurrentResult()).toMatchObject({ isPaused: false, status: 'error' })
    onlineManager.setOnline(true)
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(keys).toHaveLength(1)
    queries.unmount()
  })
})
