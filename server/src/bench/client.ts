import { Agent, request } from 'node:http'

export type Answer = { readonly status: number; readonly text: string; readonly retryAfter: number | null }

/** What a request carries: the clinic's host, a sign-in, a key of its own, the address it seems to come from. */
export type Sent = {
  readonly method?: 'GET' | 'POST'
  readonly path: string
  readonly host: string
  readonly cookie?: string
  readonly body?: object
  readonly key?: string
  readonly from?: string
}

class PutDown extends Error {}

const DEVICE = /^dripline-device=[^;]+/

/**
 * Sends requests to one server over connections that are kept, as browsers do: real HTTP, `hands` of them at once. What marks the browser
 * of a sign-in is sent back with it.
 */
export const clientOf = (port: number, hands: number) => {
  const devices = new Map<string, string>()
  const agent = new Agent({ keepAlive: true, maxSockets: hands })
  const send = (asked: Sent): Promise<Answer> => {
    const sent = { key: crypto.randomUUID(), ...asked }
    return once(sent).catch((error) => {
      // A kept connection that the server had just put down: a browser asks again on a new one, with the same key.
      if (error instanceof PutDown) return send(sent)
      throw error
    })
  }
  const once = ({ method = 'GET', path, host, cookie, body, key, from }: Required<Pick<Sent, 'key'>> & Sent) =>
    new Promise<Answer>((done, failed) => {
      const text = body === undefined ? undefined : JSON.stringify(body)
      const headers: Record<string, string> = { host: `${host}:${port}` }
      if (cookie) headers.cookie = [cookie, devices.get(cookie)].filter(Boolean).join('; ')
      if (from) headers['x-forwarded-for'] = from
      if (method === 'POST') {
        headers.origin = `http://${host}:${port}`
        headers['idempotency-key'] = key
        headers['content-type'] = 'application/json'
        headers['content-length'] = String(Buffer.byteLength(text ?? ''))
      }
      const asked = request({ agent, host: '127.0.0.1', port, method, path, headers }, (answer) => {
        const marked = answer.headers['set-cookie']?.flatMap((each) => DEVICE.exec(each)?.[0] ?? [])
        if (cookie && marked?.[0]) devices.set(cookie, marked[0])
        let whole = ''
        answer.setEncoding('utf8')
        answer.on('data', (part) => {
          whole += part
        })
        answer.on('end', () => {
          const after = Number(answer.headers['retry-after'])
          done({ status: answer.statusCode ?? 0, text: whole, retryAfter: Number.isFinite(after) ? after : null })
        })
        answer.on('error', failed)
      })
      asked.on('error', (error: NodeJS.ErrnoException) =>
        failed(asked.reusedSocket && error.code === 'ECONNRESET' ? new PutDown() : error),
      )
      asked.end(text)
    })
  return { send, close: () => agent.destroy() }
}

export type Client = ReturnType<typeof clientOf>

/** The answer, or an error that says what was asked and what came back instead of `status`. */
export const expectStatus = (answer: Answer, status: number, what: string): Answer => {
  if (answer.status !== status) throw new Error(`${what}: ${answer.status} instead of ${status}\n${answer.text.slice(0, 400)}`)
  return answer
}
