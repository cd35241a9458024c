import { type FaultSaid, Problem } from '@dripline/clinical'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import type { EntryFrom, Idempotency } from './idempotency.ts'
import { sha256 } from './keys.ts'

/** What we believe of a request's way to us: the sender's address, and scheme, host and port as the sender sees them. */
export type Way = { readonly address: string; readonly origin: string; readonly host: string }

const socketAddress = (c: Context): string => {
  try {
    return getConnInfo(c).remote.address ?? 'unknown'
  } catch {
    return 'unknown'
  }
}

/** Forwarded headers count only from a trusted proxy; PUBLIC_URL gives scheme and port, the request its own host. */
export const wayOf = (c: Context, publicUrl: string | undefined, trusted: readonly string[]): Way => {
  const url = new URL(c.req.url)
  const socket = socketAddress(c)
  const isTrusted = trusted.includes(socket)
  const forwardedHost = isTrusted ? c.req.header('x-forwarded-host')?.split(',')[0]?.trim() : undefined
  if (forwardedHost && !URL.canParse(`http://${forwardedHost}`))
    throw new Problem('not-valid', {}, [{ field: 'X-Forwarded-Host', code: 'host-name' }])
  const host = (forwardedHost ? new URL(`http://${forwardedHost}`).hostname : url.hostname).toLowerCase().replace(/\.$/, '')
  const address = isTrusted ? (c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() ?? socket) : socket
  if (publicUrl === undefined) return { address, host, origin: url.origin }
  const { protocol, port } = new URL(publicUrl)
  return { address, host, origin: `${protocol}//${host}${port ? `:${port}` : ''}` }
}

const SAFE = ['GET', 'HEAD', 'OPTIONS']
export const isWrite = (method: string) => !SAFE.includes(method)

/** What a mail program posts to by RFC 8058: without cookie, key or origin, and it can only end a kind of letters. */
const isOneClickPath = (path: string) => path.startsWith('/unsubscribe/')

/** Refuses a write that a page of another origin could have caused. */
export const refuseForeign = (c: Context, origin: string): void => {
  if (!isWrite(c.req.method) || isOneClickPath(c.req.path)) return
  const [site, from] = [c.req.header('sec-fetch-site'), c.req.header('origin')]
  const isOurs =
    site === 'same-origin' ||
    (site === undefined && from === origin) ||
    (site === undefined && from === undefined && c.req.header('cookie') === undefined)
  if (!isOurs) throw new Problem('wrong-origin')
}

const KEY = /^[\x21-\x7e]{8,100}$/
const isForm = (c: Context) =>
  /^(application\/x-www-form-urlencoded|multipart\/form-data)/.test(c.req.header('content-type') ?? '')

/** Refuses a form that cannot be read, before anything looks for its fields. */
export const refuseBrokenForm = async (c: Context): Promise<void> => {
  if (!isWrite(c.req.method) || !isForm(c)) return
  try {
    await c.req.parseBody()
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new Problem('not-valid', {}, [{ field: 'body', code: 'whole-form' }])
  }
}

const DEVICE = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/
const PLACE = /^[1-9]\d{0,14}$/
const FORM = /^[\x21-\x7e][\x20-\x7e]{0,59}$/

/** Where a write says that it comes from; all that cannot be right is refused at once, at its header. */
const entryFrom = (c: Context): EntryFrom | undefined => {
  const [deviceId, deviceSeq, form] = [c.req.header('entry-device'), c.req.header('entry-place'), c.req.header('entry-form')]
  if (deviceId === undefined && deviceSeq === undefined && form === undefined) return undefined
  const wrong: readonly (readonly [string, boolean, FaultSaid])[] = [
    [
      'Entry-Device',
      deviceId === undefined ? deviceSeq !== undefined : !DEVICE.test(deviceId),
      { code: 'id-of-device-with-place' },
    ],
    ['Entry-Place', deviceSeq === undefined ? deviceId !== undefined : !PLACE.test(deviceSeq), { code: 'place-with-device' }],
    ['Entry-Form', form !== undefined && !FORM.test(form), { code: '1-to-60-visible-characters' }],
  ]
  const faults = wrong.flatMap(([field, isWrong, said]) => (isWrong ? [{ ...said, field }] : []))
  if (faults.length > 0) throw new Problem('not-valid', {}, faults)
  return {
    ...(deviceId !== undefined && { deviceId, deviceSeq: Number(deviceSeq) }),
    ...(form !== undefined && { form }),
  }
}

/** The key of a write: the header, or a hidden field of a page without script. Sign-in ceremonies are single-use by themselves. */
export const idempotencyOf = async (c: Context): Promise<Idempotency | undefined> => {
  if (!isWrite(c.req.method) || /^\/(api\/(auth|proof)\/|sign-in$)/.test(c.req.path) || isOneClickPath(c.req.path))
    return undefined
  const field = isForm(c) ? (await c.req.parseBody())['idempotency-key'] : undefined
  const key = c.req.header('idempotency-key') ?? field
  if (typeof key !== 'string' || !KEY.test(key))
    throw new Problem('key-missing', {}, [{ field: 'Idempotency-Key', code: '8-to-100-visible-characters' }])
  const from = entryFrom(c)
  return { key, ...(from && { from }), requestHash: sha256(`${c.req.method} ${c.req.path}\n${await c.req.text()}`) }
}
