import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type Reader, readerOf } from '@dripline/clinical/words'
import { createAdaptorServer } from '@hono/node-server'
import { type Logger, pino } from 'pino'
import { createApp } from './app.ts'
import { handlers, strike } from './clockwork.ts'
import type { AnchorPlaces } from './platform/anchor.ts'
import type { Database } from './platform/database.ts'
import { databaseClock } from './platform/database-clock.ts'
import type { Ground, PlayProgress } from './platform/ground.ts'
import { uuid7 } from './platform/id.ts'
import { openJobs } from './platform/jobs.ts'
import { keepTrail } from './platform/keep-trail.ts'
import { keysFrom } from './platform/keys.ts'
import { openLive } from './platform/live.ts'
import { openPostman } from './platform/mail.ts'
import { migrate } from './platform/migrate.ts'
import { resealSecrets } from './platform/reseal-secrets.ts'
import { openSealer } from './platform/sealer.ts'
import { refuseWrongClock } from './platform/wrong-clock.ts'
import { loadRender } from './rendering.ts'

export type StartOptions = {
  readonly db: Database
  readonly port: number
  readonly secret: string
  /** Secrets of before, newest first: what they made still opens. */
  readonly olderSecrets?: readonly string[]
  /** Whether a time that cannot be right stops the start; somebody may have looked at the clocks. */
  readonly refusesWrongClock?: boolean
  /** A clock that is held; without it the database's own time counts. */
  readonly clock?: () => Date
  readonly hosts?: readonly string[]
  readonly publicUrl?: string
  readonly proxies?: readonly string[]
  readonly smtpUrl?: string
  readonly mailFrom?: string
  /** Letters may go to another machine without TLS. */
  readonly mailIsOpen?: boolean
  /** The simulated clinic's progress; nobody enters and nothing happens by itself until its play is over. */
  readonly play?: () => PlayProgress | null
  /** The data folder, in which the signed heads of the audit chain are written; nowhere without it. */
  readonly folder?: string
  /** A second folder for them, on another disk or machine, and an address that gets each as a letter. */
  readonly anchorFolder?: string
  readonly anchorMail?: string
  readonly log?: Logger
  /** In whose language callers and patients are spoken to; English where nobody says. */
  readonly reader?: Reader
  /** Puts something around what answers requests: a bench's own routes. */
  readonly around?: (own: Fetch) => Fetch
}

type Fetch = Parameters<typeof createAdaptorServer>[0]['fetch']

export type Running = {
  readonly url: string
  readonly port: number
  readonly ground: Ground
  /** Lets the clinic's clockwork begin; `start` has done so unless a play is to run first. */
  beginClockwork(): Promise<void>
  /** Does at once what the clockwork does each minute: for whoever holds the clock. */
  strike(): Promise<void>
  close(): Promise<void>
}

/** Starts the server on an open database: migrates, opens the queue and the news, listens. The clock is the caller's. */
export const start = async ({ db, port, clock: held, ...options }: StartOptions): Promise<Running> => {
  const { hosts = ['127.0.0.1', '::1'], log = pino({ level: 'silent' }), around = (own: Fetch) => own } = options
  await migrate(db)
  const clock = held ? { now: held, stamp: () => null, close: () => {} } : await databaseClock(db, log)
  if (!held && options.refusesWrongClock) await refuseWrongClock(db, clock, new Date())
  const jobs = await openJobs(db, log)
  const assets = await loadRender()
  const ground: Ground = {
    database: db,
    clock: clock.now,
    stamp: clock.stamp,
    newId: uuid7,
    keys: keysFrom(options.secret, options.olderSecrets),
    jobs,
    live: await openLive(db),
    sealer: openSealer(db, log),
    postman: openPostman(options.smtpUrl, options.mailFrom ?? 'nobody@localhost', options.mailIsOpen),
    log,
    reader: options.reader ?? readerOf('en'),
    origin: options.publicUrl?.replace(/\/$/, '') ?? `http://localhost:${port}`,
    simulated: options.play !== undefined,
    play: options.play ?? (() => null),
  }
  // What a killed server has committed and not chained.
  await ground.sealer.sealAll()
  const resealing = await resealSecrets(ground)
  if (resealing !== null) log.warn(resealing, 'SECRET_KEY_OLD')
  const app = createApp({
    ground,
    render: assets.render,
    assets: assets.folder,
    trust: { publicUrl: options.publicUrl, proxies: options.proxies ?? [] },
  })
  const servers = await listenOn(around(app.fetch), hosts, port)
  const bound = portOf(servers) ?? port
  const standing: Ground = { ...ground, origin: options.publicUrl?.replace(/\/$/, '') ?? `http://localhost:${bound}` }
  const trail = keepTrail(standing, placesIn(options))
  const beginClockwork = () => handlers(standing)
  if (!ground.simulated) await beginClockwork()
  const close = async () => {
    clock.close()
    await stopListening(servers, standing)
    await trail.stop()
    standing.postman.close()
    await db.close()
  }
  return { url: standing.origin, port: bound, ground: standing, beginClockwork, strike: () => strike(standing), close }
}

const placesIn = ({ folder, anchorFolder, anchorMail }: Partial<StartOptions>): AnchorPlaces => ({
  folders: [...(folder === undefined ? [] : [join(folder, 'anchors')]), ...(anchorFolder === undefined ? [] : [anchorFolder])],
  mail: anchorMail,
})

const portOf = ([first]: readonly Server[]) => (first?.address() as AddressInfo | undefined)?.port

const [HEADERS_MS, REQUEST_MS, LOOK_MS] = [10_000, 30_000, 2_000]
/** How long a sender may take over headers and over a whole request before the connection is cut, and how often that is looked at. */
export const patience = { headersTimeout: HEADERS_MS, requestTimeout: REQUEST_MS, connectionsCheckingInterval: LOOK_MS }

/** Streams of news, browsers and whoever only holds a connection open, together, for each address that is listened on. */
const CONNECTIONS = 5000

const listenOn = async (fetch: Fetch, hosts: readonly string[], port: number) => {
  const servers: Server[] = []
  for (const host of hosts) {
    const server = createAdaptorServer({ fetch, serverOptions: patience }) as Server
    server.maxConnections = CONNECTIONS
    const taken = portOf(servers) ?? port
    await new Promise<void>((done, failed) => {
      server.once('error', (error: NodeJS.ErrnoException) =>
        error.code === 'EADDRNOTAVAIL' && servers.length > 0 ? done() : failed(error),
      )
      server.listen(taken, host, () => {
        servers.push(server)
        done()
      })
    })
  }
  return servers
}

const GRACE_MS = 300

// An open news stream would keep a server from ever closing: it gets a moment, then its connection is cut.
const stopListening = async (servers: readonly Server[], { jobs }: Ground) => {
  for (const server of servers) {
    server.close()
    server.closeIdleConnections()
  }
  await jobs.stop()
  await new Promise((done) => setTimeout(done, GRACE_MS))
  for (const server of servers) server.closeAllConnections()
}
