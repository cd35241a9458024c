import { Problem, type ProblemCode } from '@dripline/clinical'
import { spoken } from '@dripline/clinical/words'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { getPath } from 'hono/utils/url'
import { analyticsDocuments } from './analytics/documents.ts'
import { analytics } from './analytics/routes.ts'
import { alerts } from './care/alerts/routes.ts'
import { articlesDocuments } from './care/articles/documents.ts'
import { articles } from './care/articles/routes.ts'
import { bookingDocuments } from './care/booking/documents.ts'
import { embedDocuments } from './care/booking/embed/documents.ts'
import { estimateRoutes } from './care/booking/estimate-routes.ts'
import { booking } from './care/booking/routes.ts'
import { clinicDocuments } from './care/clinic/documents.ts'
import { faceDocuments } from './care/clinic/face/documents.ts'
import { clinic } from './care/clinic/routes.ts'
import { outcomesDocuments } from './care/outcomes/documents.ts'
import { checkInTaps, outcomes } from './care/outcomes/routes.ts'
import { peopleDocuments } from './care/people/documents.ts'
import { people } from './care/people/routes.ts'
import { planning } from './care/planning/routes.ts'
import { records } from './care/records/routes.ts'
import { screening } from './care/screening/routes.ts'
import { clinicChanges } from './care/session/closing/routes.ts'
import { deskRoutes } from './care/session/desk-routes.ts'
import { drugsAtTheChair } from './care/session/drugs/routes.ts'
import { session } from './care/session/routes.ts'
import { waitingDocuments } from './care/waiting/documents.ts'
import { waiting as waitingList } from './care/waiting/routes.ts'
import { substances } from './ledgers/substances/routes.ts'
import { allow, audienceOf, type Variables } from './platform/allow.ts'
import { signInDocument } from './platform/auth/documents.ts'
import { auth, proof } from './platform/auth/routes.ts'
import { simulatedAuth, simulatedProof } from './platform/auth/simulated-routes.ts'
import { compressed } from './platform/compressed.ts'
import { type Ctx, hasSaved, recordRefusal } from './platform/context.ts'
import { contextOfRequest, type Trust } from './platform/context-of-request.ts'
import type { Ground } from './platform/ground.ts'
import { fileHeaders, pageHeaders } from './platform/headers.ts'
import { live } from './platform/live-routes.ts'
import { Outage } from './platform/outage.ts'
import { outageProblem, problemJson, statuses } from './platform/problem.ts'
import { readinessOf } from './platform/readiness.ts'
import { isWrite } from './platform/request.ts'
import { shapeOf } from './platform/shape.ts'
import { type Render, showOf } from './platform/show.ts'
import { waiting } from './simulated-clinic/waiting.ts'

/** The routes that answer in JSON, in the patient's order. */
const api = new Hono<{ Variables: Variables }>()
  .basePath('/api')
  .route('/auth', auth)
  .route('/proof', proof)
  .route('/live', live)
  .route('/people', clinic)
  .route('/people', people)
  .route('/people', alerts)
  .route('/people', clinicChanges)
  .route('/booking', booking)
  .route('/booking', estimateRoutes)
  .route('/screening', screening)
  .route('/planning', planning)
  .route('/session', deskRoutes)
  .route('/session', session)
  .route('/session', drugsAtTheChair)
  .route('/waiting', waitingList)
  .route('/outcomes', outcomes)
  .route('/records', records)
  .route('/substances', substances)
  .route('/analytics', analytics)
  .route('/articles', articles)

export type ApiType = typeof api

const LARGEST_BODY = 256 * 1024
const limited = bodyLimit({
  maxSize: LARGEST_BODY,
  onError: () => {
    throw new Problem('too-large', { atMost: LARGEST_BODY })
  },
})

export type Surroundings = { readonly ground: Ground; readonly render: Render; readonly trust: Trust; readonly assets: string }

/** The whole server as a value: every way in, every header, every refusal. */
export const createApp = ({ ground, render, trust, assets }: Surroundings) => {
  // An address may begin with its language: what is asked for is the same, whoever asks and whatever guards it.
  const app = new Hono<{ Variables: Variables }>({ getPath: (request) => spoken(getPath(request)).plain })
  app.use(
    '/assets/*',
    // Smallest first, where the browser takes it: prepared when the pages were built. What a page may do is said by the page: a hundred
    // files need not say it each; that they come over https and stand in no frame, they do.
    serveStatic({ root: assets, precompressed: true, onFound: (_, c) => fileHeaders(c) }),
  )
  app.use(pageHeaders)
  app.use(compressed)
  app.get('/healthz', (c) => c.text('ok'))
  const isReady = readinessOf(ground.database)
  app.get('/readyz', async (c) => ((await isReady()) ? c.text(`ready${clockSaid(ground)}`) : c.text('not ready', 503)))
  app.use((c, next) => (isWrite(c.req.method) ? limited(c, next) : next()))
  app.use(showOf(ground, render))
  app.use(contextOfRequest(ground, trust))
  app.route('/', api)
  app.route('/', checkInTaps)
  if (ground.simulated) app.route('/api/auth', simulatedAuth(waiting)).route('/api/proof', simulatedProof)
  app.route('/', signInDocument(ground.simulated ? waiting : undefined))
  app.route('/', clinicDocuments)
  app.route('/', faceDocuments)
  app.route('/', peopleDocuments)
  app.route('/', bookingDocuments)
  app.route('/', waitingDocuments)
  app.route('/', embedDocuments)
  app.route('/', outcomesDocuments)
  app.route('/', articlesDocuments)
  app.route('/', analyticsDocuments)
  app.all('/api/*', () => {
    throw new Problem('not-found')
  })
  app.get('/*', allow('anyone'), (c) => c.var.show({}))
  app.notFound(() => {
    throw new Problem('not-found')
  })
  app.onError(async (caught, c) => {
    const error = asProblem(caught, c.req.method, c.var.ctx)
    if (error instanceof Problem && atTheDoor.includes(error.code) && c.var.ctx) await told(ground, c.var.ctx, error)
    if (caught instanceof Outage) ground.log.warn({ requestId: c.var.ctx?.requestId, error: caught.message }, 'outage')
    if (error instanceof HTTPException) return c.text(error.message, error.status)
    if (!(error instanceof Problem)) {
      ground.log.error({ requestId: c.var.ctx?.requestId, error: error.stack }, 'bug')
      return c.json(
        {
          type: 'about:blank',
          title: 'Something went wrong on our side. Nothing was saved; please try again.',
          status: 500,
          requestId: c.var.ctx?.requestId,
        },
        500,
      )
    }
    if (error.about.retryAfterSeconds !== undefined) c.header('retry-after', String(error.about.retryAfterSeconds))
    const wantsPage = !c.req.path.startsWith('/api/') && (c.req.header('accept') ?? '').includes('text/html')
    if (wantsPage && c.var.show) return c.var.show({ problem: problemJson(error) }, statuses[error.code])
    return c.body(JSON.stringify(problemJson(error)), statuses[error.code], { 'content-type': 'application/problem+json' })
  })
  refuseUnguarded(app)
  return app
}

/** What is refused before any step or route: a limit, a foreign origin, a link that opens nothing. */
const atTheDoor: readonly ProblemCode[] = ['too-many', 'wrong-origin', 'link-unusable']

// Its verb is its code: an address may hold the secret of a link. A database that is away keeps nobody from their answer.
const told = ({ log }: Ground, ctx: Ctx, problem: Problem) =>
  recordRefusal(ctx, problem.code, problem).catch((error) => log.warn({ error: String(error) }, 'a refusal has no line'))

// The one thing the framework refuses by itself is a body that it cannot read.
const asProblem = (caught: Error, method: string, ctx: Ctx | undefined): Error => {
  if (caught instanceof HTTPException && caught.status === 400)
    return new Problem('not-valid', {}, [{ field: 'body', code: 'whole-json-or-whole-form' }])
  return caught instanceof Outage ? outageProblem(caught, method, ctx !== undefined && hasSaved(ctx)) : caught
}

const CLOCK_OFF_MS = 5000

/** Said to whoever watches the server: amounts do not hang on the wall clock, and everybody's day does. */
const clockSaid = ({ stamp }: Ground): string => {
  const said = stamp()
  const offMs = said ? Date.parse(said.wall) - Date.parse(said.database) : 0
  return Math.abs(offMs) > CLOCK_OFF_MS ? `; this machine's clock is ${Math.round(offMs / 1000)} s from the database's` : ''
}

const OPEN = ['/healthz', '/readyz', '/assets/*', '/*', '*']

/** Every route with its audience and the shapes of what it is sent, as the page of routes and its tests read them. */
export const routesOf = (app: Pick<ReturnType<typeof createApp>, 'routes'>) => {
  const audiences = app.routes.flatMap(({ method, path, handler }) => {
    const who = audienceOf(handler)
    if (!who) return []
    const own = app.routes.filter((each) => each.method === method && each.path === path)
    return [{ method, path, who, shapes: own.flatMap((each) => shapeOf(each.handler) ?? []) }]
  })
  const all = app.routes.filter(({ method, path }) => method !== 'ALL' && !OPEN.includes(path))
  const unguarded = all.filter(({ method, path }) => !audiences.some((each) => each.method === method && each.path === path))
  return { audiences, unguarded }
}

const refuseUnguarded = (app: Parameters<typeof routesOf>[0]) => {
  const { unguarded } = routesOf(app)
  if (unguarded.length > 0)
    throw new Error(`Routes without allow(…): ${unguarded.map(({ method, path }) => `${method} ${path}`).join(', ')}`)
}
