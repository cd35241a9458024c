export type Fault = { field: string; expected: string; value?: unknown }

/** A refusal from the server, or the silence of a lost network, in words a person understands. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly status: number
  readonly code: string
  readonly about: Record<string, string | number>
  readonly faults: readonly Fault[]
  /** Other times on offer, when the one asked for is gone. */
  readonly fresh: readonly unknown[]

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

const lostNetwork: ProblemBody = {
  code: 'no-network',
  detail: 'The server cannot be reached just now. What you typed is kept; try again.',
}
const pauses = [400, 1500]

/**
 * One request to our own server, JSON both ways. A write carries one idempotency key through all its retries.
 * Throws `ProblemError`; status 0 means that no answer came.
 */
export async function call<T>(method: Method, path: string, body?: unknown, { key, signal }: CallOptions = {}): Promise<T> {
  const headers: Record<string, string> = { accept: 'application/json' }
  if (body !== undefined) headers['content-type'] = 'application/json'
  if (method !== 'GET') headers['idempotency-key'] = key ?? crypto.randomUUID()
  const request: RequestInit = { method, headers, credentials: 'same-origin' }
  if (body !== undefined) request.body = JSON.stringify(body)
  if (signal) request.signal = signal
  return answer<T>(await patiently(path, request))
}

/** Sends again, with the same key, when no answer came at all. */
async function patiently(path: string, request: RequestInit): Promise<Response> {
  for (const pause of pauses) {
    try {
      return await fetch(path, request)
    } catch (error) {
      if (request.signal?.aborted) throw error
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
  try {
    return await fetch(path, request)
  } catch {
    throw new ProblemError(0, lostNetwork)
  }
}

async function answer<T>(response: Response): Promise<T> {
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json') ?? false
  const body: unknown = isJson && text ? JSON.parse(text) : undefined
  if (!response.ok) throw new ProblemError(response.status, (body ?? {}) as ProblemBody)
  return body as T
}
