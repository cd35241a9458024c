/** Recipes of breaks for what comes in and goes out, chapters 1 to 5; how they are read stands in asvs-breaks.mjs. */
export const recipes = String.raw`
1.1.2 server/src/platform/csv.ts
- text.replaceAll('"', '""')
+ text

1.2.1 web/src/pages/workspace/mailbox.tsx
- const withLinks = (body: string) =>
+ export const shownRaw = (place: Element, body: string) => { place.innerHTML = body }
+ const withLinks = (body: string) =>

1.2.2 web/src/data/client.ts
- export const addressOf =
+ export const nowhere = 'javascript:void 0'
+ export const addressOf =

1.2.4 server/src/platform/network.ts
- const GROUPS = 8
+ const GROUPS = 8
+ export const byName = (sql: { raw(text: string): unknown }, host: string) => sql.raw('select ' + host)

1.2.5 server/src/platform/network.ts
- const GROUPS = 8
+ const GROUPS = 8
+ export { execFileSync } from 'node:child_process'

1.3.2 web/src/data/api.ts
- export class ProblemError
+ export const run = (text: string) => eval(text)
+ export class ProblemError

1.3.3 clinical/src/shapes/text.ts
- const breaksItsPage = /[^\P{Cc}\n\r\t]|[\u202a-\u202e\u2066-\u2069]/u
+ const breaksItsPage = /\u202a/u

1.3.6 server/src/platform/network.ts
- const GROUPS = 8
+ const GROUPS = 8
+ export const look = (host: string) => fetch(host)

1.3.11 clinical/src/shapes/email.ts
- if (address && isPlain) return
+ if (address || /\n/.test(text)) return text; if (address && isPlain) return

1.5.2 server/src/care/people/person.ts
- export const personShape = z.strictObject({
+ export const personShape = z.object({

2.2.3 clinical/src/shapes/measured.ts
- return diastolic < systolic ? null :
+ return systolic > 0 ? null :

2.3.2 server/src/care/booking/move-appointment.ts
- const MOST_MOVES_BY_LINK = 5
+ const MOST_MOVES_BY_LINK = 50

2.3.3 server/src/platform/context.ts
- if (error instanceof Problem) await recordRefusal(ctx, verb, error)
+ if (verb === '') await recordRefusal(ctx, verb, new Problem('not-valid'))

3.3.1 server/src/platform/auth/cookie.ts
- secure: !isPlain(origin)
+ secure: false

3.3.2 server/src/platform/auth/cookie.ts
- sameSite: 'Lax'
+ sameSite: 'None'

3.3.3 server/src/platform/auth/cookie.ts
- : '__Host-dripline'
+ : 'dripline'

3.3.4 server/src/platform/auth/cookie.ts
- httpOnly: true
+ httpOnly: false

3.4.1 server/src/platform/headers.ts
- const YEAR_S = 365 * 24 * 3600
+ const YEAR_S = 24 * 3600

3.4.2 server/src/platform/headers.ts
- const said = [
+ const said = [['access-control-allow-origin', '*'] as const,

3.4.3 server/src/platform/headers.ts
- objectSrc: ["'none'"],
+ objectSrc: ["'self'"],

3.4.6 server/src/platform/headers.ts
- frameAncestors: ["'none'"],
+ frameAncestors: ["'self'"],

3.5.1 server/src/platform/request.ts
- if (!isOurs) throw
+ if (!isOurs && origin === '') throw

3.5.3 server/src/care/booking/opt-out.ts
- sent['List-Unsubscribe'] === 'One-Click'
+ sent !== null

3.5.5 web/src/data/api.ts
- export class ProblemError
+ export const hear = (heard: () => void) => window.addEventListener('message', heard)
+ export class ProblemError

3.7.2 server/src/platform/auth/documents.ts
- return isOurs && !answered.startsWith('//') ? answered
+ return isOurs || next !== '' ? next

4.1.1 server/src/app.ts
- 'content-type': 'application/problem+json'
+ 'content-type': 'text/html'

4.1.3 server/src/platform/request.ts
- const isTrusted = trusted.includes(socket)
+ const isTrusted = socket !== ''

4.2.1 server/src/start.ts
- connectionsCheckingInterval: LOOK_MS }
+ connectionsCheckingInterval: LOOK_MS, insecureHTTPParser: true }
`
