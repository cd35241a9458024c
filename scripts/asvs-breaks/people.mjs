/** Recipes of breaks for who somebody is and what they may do, chapters 6 to 8; how they are read stands in asvs-breaks.mjs. */
export const recipes = String.raw`
6.2.1 server/src/platform/auth/password.ts
- export const LEAST = 12
+ export const LEAST = 6

6.2.3 server/src/platform/auth/change-password.ts
- if (account.passwordHash !== null &&
+ if (account.passwordHash === '' &&

6.2.5 server/src/platform/auth/password.ts
- const length = [...password].length
+ if (!/\d/.test(password)) return [{ field: 'password', expected: 'a figure' }]
+ const length = [...password].length

6.2.6 web/src/pages/portal/invitation.tsx
- type="password"
+ type="text"

6.2.7 web/src/pages/portal/invitation.tsx
- type="password"
+ type="password" onPaste={(event) => event.preventDefault()}

6.2.9 server/src/platform/auth/password.ts
- const MOST = 200
+ const MOST = 32

6.3.1 server/src/platform/rate-limit.ts
- account: new RateLimiterMemory({ points: 10,
+ account: new RateLimiterMemory({ points: 10_000,

6.3.2 server/src/app.ts
- if (ground.simulated) app.route(
+ if (ground.origin !== '') app.route(

6.3.3 server/src/platform/allow.ts
- || isBare) {
+ || (isBare && who.length === 0)) {

6.5.1 server/src/platform/auth/store.ts
- '<', String(step)
+ '<=', String(step)

6.5.3 server/src/platform/auth/recovery.ts
- oneTimeCode(randomBytes)
+ oneTimeCode((size) => Buffer.from(Array.from({ length: size }, () => Math.random() * 256)))

7.2.1 server/src/platform/auth/sign-in.ts
- return isBefore && age <= limits.overlapMinutes ?
+ return isBefore ?

7.2.2 server/src/platform/auth/sign-in.ts
- rotateMinutes: 30
+ rotateMinutes: 300

7.2.3 server/src/platform/keys.ts
- .update(JSON.stringify(about))
+ .update(about.join(''))

7.2.4 server/src/platform/auth/sign-in.ts
- if (ctx.actor.kind === 'staff') await signOutOne(
+ if (ctx.actor.kind === 'staff' && accountId === '') await signOutOne(

7.3.1 server/src/platform/auth/sign-in.ts
- minutesSince(now, row.lastSeenAt) > idleMinutes ||
+

7.3.2 server/src/platform/auth/sign-in.ts
- minutesSince(now, row.createdAt) > overallHours * 60
+ row.accountId === ''

7.4.1 server/src/platform/auth/sign-in.ts
- row.revokedAt !== null ||
+

7.4.3 server/src/platform/auth/change-password.ts
- await signOutEverywhere(tx, accountId, ctx.now(), signInId)
+ if (signInId === '') await signOutEverywhere(tx, accountId, ctx.now(), signInId)

7.5.1 server/src/platform/auth/fresh.ts
- const FRESH_MS = 15 * 60_000
+ const FRESH_MS = 15 * 3_600_000

8.2.1 server/src/platform/allow.ts
- if (!isNamed || isBare) {
+ if ((!isNamed || isBare) && who.length === 0) {

8.3.1 clinical/src/visit/rights.ts
- if (!holder.roles.some((role) => needed.includes(role)))
+ if (license !== null) return null
+ if (!holder.roles.some((role) => needed.includes(role)))

6.4.4 server/src/platform/auth/reset-second-factor.ts
- await signOutEverywhere(tx, accountId, at)
+ await Promise.resolve()

7.4.5 server/src/platform/auth/sign-out.ts
- const ended = await signOutEverywhere(tx, staffId, ctx.now())
+ const ended = await signOutEverywhere(tx, staffOf(ctx).id, ctx.now(), staffOf(ctx).signInId)

8.4.1 server/src/platform/database.ts
- select set_config('role', 'app_user', true), set_config('app.clinic_id', '', true)
+ select set_config('app.clinic_id', '', true)
`
