import { setTimeout as after } from 'node:timers/promises'
import type { Postgres } from '../platform/postgres-server.ts'
import type { SmallDisk } from './disk.ts'
import type { WardServer } from './wards-servers.ts'

export type Scene = {
  readonly first: WardServer
  readonly second: WardServer
  readonly postgres: Postgres
  readonly disk: SmallDisk | null
}

/** One kind of fault: what is done, how it is healed, and which server must go on meanwhile. */
export type Fault = {
  readonly name: string
  /** Null where this machine does not let it be made. */
  readonly inject: ((scene: Scene) => Promise<unknown>) | null
  readonly heal: (scene: Scene) => Promise<unknown>
  readonly holdMs: number
  /** Whether only the first server is touched, so that the second may be delayed by five seconds at most. */
  readonly isOneServer: boolean
  /** How long until the touched one answers again after it was healed, ms. */
  readonly recoversWithinMs: number
  /** Whether the pumps are handled meanwhile: nothing else but a clock is off. */
  readonly isClock: boolean
}

export const ONE_SERVER_MS = 5000
const DATABASE_MS = 30_000
const HOUR_MS = 3_600_000
const SKEW_MS = 5000

const server = { isOneServer: true, isClock: false, recoversWithinMs: ONE_SERVER_MS }
const database = { isOneServer: false, isClock: false, recoversWithinMs: DATABASE_MS }
const clock = { isOneServer: false, isClock: true, recoversWithinMs: ONE_SERVER_MS, holdMs: 2500 }

const nothing = async () => {}
const clocks = (firstMs: number, secondMs: number) => async (scene: Scene) => {
  await scene.first.stepClock(firstMs)
  await scene.second.stepClock(secondMs)
}

/** Every fault of the lane; a disk is filled where a small file system can be made. */
export const faultsWith = (disk: SmallDisk | null): readonly Fault[] => [
  {
    ...server,
    name: 'one server frozen',
    holdMs: 8000,
    inject: async ({ first }) => first.signal('SIGSTOP'),
    heal: async ({ first }) => first.signal('SIGCONT'),
  },
  { ...server, name: 'one server killed', holdMs: 500, inject: ({ first }) => first.kill(), heal: ({ first }) => first.begin() },
  {
    ...server,
    name: 'one server cut off from the database',
    holdMs: 3000,
    inject: async ({ first }) => first.wire.become('cut'),
    heal: async ({ first }) => first.wire.become('open'),
  },
  {
    ...server,
    name: 'the way to the database silent for one server',
    holdMs: 6000,
    inject: async ({ first }) => first.wire.become('silent'),
    heal: async ({ first }) => {
      // What was said into the silence is lost for good; a wire that comes back begins with new connections.
      first.wire.become('cut')
      first.wire.become('open')
    },
  },
  { ...database, name: 'the database restarted', holdMs: 0, inject: ({ postgres }) => postgres.restart('SIGINT'), heal: nothing },
  {
    ...database,
    name: 'the database killed, and in recovery',
    holdMs: 0,
    inject: ({ postgres }) => postgres.restart('SIGKILL'),
    heal: nothing,
  },
  { ...clock, name: 'both clocks an hour ahead', inject: clocks(HOUR_MS, HOUR_MS), heal: clocks(0, 0) },
  { ...clock, name: 'both clocks an hour back', inject: clocks(-HOUR_MS, -HOUR_MS), heal: clocks(0, 0) },
  { ...clock, name: 'one clock an hour back, the other right', inject: clocks(-HOUR_MS, 0), heal: clocks(0, 0) },
  { ...clock, name: 'two servers five seconds apart', inject: clocks(SKEW_MS / 2, -SKEW_MS / 2), heal: clocks(0, 0) },
  {
    ...database,
    name: 'the disk of the database full',
    holdMs: 3000,
    inject: disk && (async () => disk.fill()),
    heal: async ({ postgres }) => {
      disk?.free()
      await after(500)
      await postgres.revive()
    },
  },
]
