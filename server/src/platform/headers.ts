import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'

const YEAR_S = 365 * 24 * 3600
const HTTPS_ONLY = `max-age=${YEAR_S}; includeSubDomains`

const secure = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
  strictTransportSecurity: HTTPS_ONLY,
  referrerPolicy: 'no-referrer',
  xFrameOptions: 'DENY',
  crossOriginOpenerPolicy: 'same-origin',
  permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
})

const bare = await new Hono()
  .use(secure)
  .get('/', (c) => c.body(null))
  .request('/')
// Whatever a browser or a proxy may keep says so itself; a record is kept by neither.
const said = [...bare.headers, ['cache-control', 'no-store'] as const]

/** What every answer but a file's says of itself. It is said before the answer is made: to add to one that is made costs as much again. */
export const pageHeaders: MiddlewareHandler = async (c, next) => {
  for (const [name, value] of said) c.header(name, value)
  await next()
}

/** Lets the page that is being answered stand in a frame of these sites, and of no other; of none where none is named. */
export const framedOn = (c: Context, origins: readonly string[]): void => {
  const policy = bare.headers.get('content-security-policy')
  if (origins.length === 0 || policy === null) return
  c.header('content-security-policy', policy.replace("frame-ancestors 'none'", `frame-ancestors ${origins.join(' ')}`))
  // It knows no list: where the policy says who may, it would say that nobody may.
  c.header('x-frame-options', undefined)
}

/** What a file of the pages says: what a page may do is said by the page, and a hundred files need not say it each. */
export const fileHeaders = (c: Context) => {
  c.header('cache-control', 'public, max-age=31536000, immutable')
  c.header('x-content-type-options', 'nosniff')
  c.header('cross-origin-resource-policy', 'same-origin')
  c.header('strict-transport-security', HTTPS_ONLY)
  c.header('content-security-policy', "frame-ancestors 'none'")
}
