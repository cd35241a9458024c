import type { ClockStamp } from '@dripline/clinical'
import type { Reader } from '@dripline/clinical/words'
import type { Logger } from 'pino'
import type { Database } from './database.ts'
import type { Jobs } from './jobs.ts'
import type { Keys } from './keys.ts'
import type { Live } from './live.ts'
import type { Postman } from './mail.ts'
import type { Sealer } from './sealer.ts'

/** How far the simulated clinic's play has come; instants are ISO. */
export type PlayProgress = { readonly at: string; readonly until: string; readonly isOver: boolean }

/** What the server stands on: made once in start.ts, handed to every context. */
export type Ground = {
  readonly database: Database
  readonly clock: () => Date
  /** What the clocks say now, a reading that nobody can set among them; null where the clock is held. */
  readonly stamp: () => ClockStamp | null
  readonly newId: (at: Date) => string
  readonly keys: Keys
  readonly jobs: Jobs
  readonly live: Live
  readonly sealer: Sealer
  readonly postman: Postman
  readonly log: Logger
  /** In whose language this house speaks to callers and patients. */
  readonly reader: Reader
  /** Scheme, host and port of the first clinic's pages. */
  readonly origin: string
  /** Whether a simulated clinic lives here: embedded, on loopback, in a folder of its own. */
  readonly simulated: boolean
  /** How far its play has come; null where nothing is played. */
  readonly play: () => PlayProgress | null
}
