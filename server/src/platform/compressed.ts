import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Context, MiddlewareHandler } from 'hono'
import { isFramed } from './framed.ts'

const SMALLEST = 1024
// Answers are made once and sent once: a middle level costs a fraction of a millisecond for a page.
const ways = {
  br: (text: Uint8Array) => promisify(brotliCompress)(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: (text: Uint8Array) => promisify(gzip)(text, { level: 4 }),
} as const

/** Answers that hold what opens something: the secret of a link, a one-time code, recovery codes, the key of an app. */
const secretsAt = ['/l/', '/unsubscribe/', '/set-up', '/api/auth/', '/api/proof/']

/**
 * Whether an answer may be made smaller. The length of a compressed answer tells an onlooker who can put text beside a secret, and can make
 * a browser ask with its cookie, what that secret is (BREACH). So: nothing that holds a secret which opens something; and nothing for a
 * request that another site may have caused, unless it carries no cookie and so gets what everybody gets.
 */
export function mayCompress(request: {
  readonly path: string
  readonly method?: string
  header(name: string): string | undefined
}): boolean {
  if (secretsAt.some((start) => request.path.startsWith(start))) return false
  // What was booked in a frame is answered with the link to it.
  if (request.method === 'POST' && isFramed(request.path)) return false
  const site = request.header('sec-fetch-site')
  return site === 'same-origin' || site === 'none' || request.header('cookie') === undefined
}

const isText = (c: Context) => /^(text\/html|application\/(problem\+)?json)\b/.test(c.res.headers.get('content-type') ?? '')

/** The smallest way that the browser takes; null where it takes none. */
const wayFor = (accepted: string): keyof typeof ways | null => {
  const names = accepted.split(',').flatMap((each) => {
    const [name = '', q] = each.split(';').map((part) => part.trim())
    return q && Number(q.replace('q=', '')) === 0 ? [] : [name]
  })
  return names.includes('br') ? 'br' : names.includes('gzip') ? 'gzip' : null
}

/** Makes pages and JSON smaller on their way out, each at once; streams and files go as they are. */
export const compressed: MiddlewareHandler = async (c, next) => {
  c.header('vary', 'Accept-Encoding, Sec-Fetch-Site')
  await next()
  const way = wayFor(c.req.header('accept-encoding') ?? '')
  if (way === null || c.req.method === 'HEAD' || !mayCompress(c.req)) return
  if (!isText(c) || c.res.headers.has('content-encoding') || c.res.body === null) return
  const plain = new Uint8Array(await c.res.arrayBuffer())
  const text = plain.length < SMALLEST ? plain : new Uint8Array(await ways[way](plain))
  c.res = new Response(text, c.res)
  c.res.headers.delete('content-length')
  if (text !== plain) c.res.headers.set('content-encoding', way)
}
