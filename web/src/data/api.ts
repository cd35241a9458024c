import type { Fault } from '@dripline/clinical'
import { entryId } from './entry-id.ts'

/** A refusal from the server, or the silence of a lost network, in words a person understands. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly status: number
  readonly code: string
  readonly about: Record<string, string | number>
  readonly faults: readonly Fault[]
  /** Other times on offer, when the one asked for is gone. */
  readonly fresh: readonly unknown[]
  /** Sends the same again with a yes to every question that was asked back. */
  yes?: () => Promise<unknown>

  constructor(status: number, body: ProblemBody) {
    super(body.detail ?? body.title ?? 'The server could not answer. Nothing you typed is lost.')
    this.status = status
    this.code = body.code ?? (status === 0 ? 'no-network' : 'unexpected')
    this.about = body.about ?? {}
    this.faults = body.faults ?? []
    this.fresh = body.fresh ?? []
  }
}

export type ProblemBody = {
  code?: string
  title?: string
  detail?: string
  about?: Record<string, string | number>
  faults?: readonly Fault[]
  fresh?: readonly unknown[]
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
type CallOptions = { key?: string; signal?: AbortSignal }

const READ_AGAIN_AFTER_MS = [400, 1500]
const LONGEST_ANSWER_MS = 20_000

const kept = 'Nothing is sent later on its own. What you typed is kept'

/** What is known when no answer came; an act may have arrived although its answer did not. */
const silence = (method: Method, isTimeout: boolean): ProblemBody => {
  if (method === 'GET') return { code: 'no-network', detail: 'The server cannot be reached just now. Try again in a moment.' }
  if (typeof navigator !== 'undefined' && navigator.onLine === false)
    return { code: 'no-network', detail: `Not saved: there is no network. ${kept}; press again when the network is back.` }
  const first = isTimeout
    ? `No answer in ${LONGEST_ANSWER_MS / 1000} s. It may or may not be saved.`
    : 'No answer from the server. It is not known to be saved.'
  return { code: 'no-answer', detail: `${first} ${kept}. Pressing again is safe: it is done once.` }
}

/**
 * One request to our own server, JSON both ways. A read is asked again twice; a write is sent once, at the press and never later, under
 * one idempotency key. Throws `ProblemError`; status 0 means that no answer came.
 */
export async function call<T>(method: Method, path: string, body?: unknown, { key, signal }: CallOptions = {}): Promise<T> {
  const headers: Record<string, string> = { accept: 'application/json' }
  if (body !== undefined) headers['content-type'] = 'application/json'
  if (method !== 'GET') headers['idempotency-key'] = key ?? entryId()
  const request: RequestInit = { method, headers, credentials: 'same-origin' }
  if (body !== undefined) request.body = JSON.stringify(body)
  const send = () => sendOnce(path, request, method, signal)
  return answer<T>(await (method === 'GET' ? patiently(send, signal) : send()))
}

async function sendOnce(path: string, request: RequestInit, method: Method, given?: AbortSignal): Promise<Response> {
  const timeout = AbortSignal.timeout(LONGEST_ANSWER_MS)
  try {
    return await fetch(path, { ...request, signal: given ? AbortSignal.any([given, timeout]) : timeout })
  } catch (error) {
    if (given?.aborted) throw error
    throw new ProblemError(0, silence(method, timeout.aborted))
  }
}

/** Asks again when no answer came at all. */
async function patiently(send: () => Promise<Response>, signal?: AbortSignal): Promise<Response> {
  for (const pause of READ_AGAIN_AFTER_MS) {
    try {
      return await send()
    } catch (error) {
      if (signal?.aborted) throw error
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
  return send()
}

/** Whoever watches for the word of the server that this tablet is locked. */
export const lockHeard: { tell: () => void } = { tell: () => {} }

const heard = (problem: ProblemError) => {
  if (problem.code === 'locked') lockHeard.tell()
  return problem
}

async function answer<T>(response: Response): Promise<T> {
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json') ?? false
  const body: unknown = isJson && text ? JSON.parse(text) : undefined
  if (!response.ok) throw heard(new ProblemError(response.status, (body ?? {}) as ProblemBody))
  return body as T
}

/** Sends a plain form of a public page with nothing that says whose it is; whether it arrived is no reader’s matter. */
export const sendQuietly = (form: HTMLFormElement): Promise<void> =>
  fetch(form.action, {
    method: 'POST',
    body: new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)])),
    headers: { accept: 'application/json' },
    credentials: 'omit',
    keepalive: true,
  }).then(
    () => undefined,
    () => undefined,
  )

/** Loads the page again, once the server answers: without it the screen would be left with nothing. */
export const loadAgain = (): Promise<void> =>
  fetch(window.location.href, { method: 'HEAD' }).then(
    () => window.location.reload(),
    () => undefined,
  )
