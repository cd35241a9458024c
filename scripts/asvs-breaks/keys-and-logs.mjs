/** Recipes of breaks for tokens, keys, settings and logs, chapters 9 to 16; how they are read stands in asvs-breaks.mjs. */
export const recipes = String.raw`
9.1.1 server/src/platform/auth/device.ts
- .includes(markOf(ground, deviceId(device), accountId))
+ .some((mark) => mark !== markOf(ground, '', accountId))

9.1.2 server/src/platform/keys.ts
- createHmac('sha256'
+ createHmac('sha1'

9.2.1 server/src/platform/link-mark.ts
-  && isOurs ?
+  && (isOurs || proof !== '') ?

9.2.2 server/src/platform/keys.ts
- 'dripline', purpose, 32
+ 'dripline', 'any', 32

9.2.4 server/src/platform/keys.ts
- .update(JSON.stringify(about))
+ .update(String(about))

11.2.1 server/src/platform/keys.ts
- hkdfSync('sha256'
+ hkdfSync('sha1'

11.3.1 server/src/platform/auth/totp.ts
- createCipheriv('aes-256-gcm'
+ createCipheriv('aes-256-ecb'

11.3.2 server/src/platform/auth/totp.ts
- createDecipheriv('aes-256-gcm'
+ createDecipheriv('des-ede3-cbc'

11.4.1 server/src/platform/migrate.ts
- createHash('sha256')
+ createHash('md5')

11.4.2 server/src/platform/auth/password.ts
- memoryCost: 19_456
+ memoryCost: 1024

12.2.1 server/src/platform/settings.ts
- .refine(isSafe,
+ .refine(isWebAddress,

13.2.3 server/src/platform/network.ts
- const GROUPS = 8
+ const GROUPS = 8
+ export const spare = 'postgres://dripline:dripline@localhost/dripline'

13.2.4 server/src/platform/network.ts
- const GROUPS = 8
+ const GROUPS = 8
+ export { request } from 'node:https'

13.3.2 server/src/platform/settings.ts
- mode: 0o600
+ mode: 0o644

13.4.2 server/src/app.ts
- type: 'about:blank',
+ type: 'about:blank', stack: error.stack,

13.4.5 server/src/app.ts
- const OPEN = [
+ const OPEN = ['/api/everything',

14.2.2 server/src/platform/headers.ts
- ['cache-control', 'no-store']
+ ['cache-control', 'private']

15.3.3 server/src/care/people/person.ts
- export const personShape = z.strictObject({
+ export const personShape = z.looseObject({

16.2.3 server/src/platform/network.ts
- const GROUPS = 8
+ const GROUPS = 8
+ console.log('a host was asked for')

16.2.5 server/src/platform/auth/sign-in-by-password.ts
- return refuse(ctx, 'sign-in', 'sign-in-failed')
+ return refuse(ctx, 'sign-in', 'sign-in-failed', { email })

16.3.1 server/src/platform/auth/refuse.ts
- await recordRefusal(ctx, verb, problem)
+ if (verb === '') await recordRefusal(ctx, verb, problem)

16.3.4 server/src/app.ts
- ground.log.error({ requestId: c.var.ctx?.requestId, error: error.stack }, 'bug')
+

16.5.1 server/src/app.ts
- title: 'Something went wrong on our side. Nothing was saved; please try again.',
+ title: error.message,

15.3.4 server/src/platform/request.ts
- const isTrusted = trusted.includes(socket)
+ const isTrusted = trusted.length >= 0

16.2.2 server/src/platform/clock.ts
- return ms + this.machine.reading() - reading
+ return ms + this.machine.wall().getTime() / 1000 - reading

16.3.2 server/src/platform/context.ts
- if (error instanceof Problem) await recordRefusal(ctx, verb, error)
+ if (error instanceof RangeError) throw caught
`
