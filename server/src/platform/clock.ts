import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { hostname, uptime } from 'node:os'
import type { ClockStamp } from '@dripline/clinical'
import type { Logger } from 'pino'

/** What a machine says of time: a reading that counts on while it sleeps and that nobody can set, and its wall clock. */
export type Machine = {
  readonly boot: string
  /** ms since the boot. */
  readonly reading: () => number
  readonly wall: () => Date
}

/** The database's clock: what it says, how far servers have seen it step (ms), whether it is this machine's own clock. */
export type Measured = { readonly at: Date; readonly correctionMs: number; readonly isOwn: boolean }

export type Source = {
  readonly measure: () => Promise<Measured>
  /** Keeps another correction where the one that was read still stands; whether it did. */
  readonly correct: (from: number, to: number) => Promise<boolean>
}

/** A clock with two faces: the time, and what three clocks say beside it. */
export type Clock = {
  readonly now: () => Date
  readonly stamp: () => ClockStamp | null
  /** How far the machine's wall clock is from this clock, ms; ahead above 0. */
  readonly offsetMs: () => number
  /** Looks at the database's clock once more. */
  readonly look: () => Promise<void>
}

/** Beyond this, two clocks that were together have been moved. */
const STEP_MS = 1000
const ALERT_MS = 5000
/** A measurement that took longer says too little. */
const LONGEST_MS = 1000

const bootOf = (): string => {
  try {
    // The same kernel in two containers counts apart, so the name of the machine is part of it.
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${hostname()}`
  } catch {
    return randomUUID()
  }
}

/** The machine this process runs on. Its reading counts the time asleep, which `performance.now()` does not. */
export const thisMachine = (): Machine => ({
  boot: bootOf(),
  reading: () => Math.round(uptime() * 1000),
  wall: () => new Date(),
})

const isNear = (one: number, other: number) => Math.abs(one - other) <= STEP_MS

type Anchor = { ms: number; reading: number }

/**
 * The database's time, carried on by the machine's reading: a step of the wall clock does not move it, and a step of the database's own
 * clock is noticed against reading and wall clock, kept for all servers, and taken back. It never goes back while the process lives.
 */
export const openClock = async (source: Source, machine: Machine, log: Logger): Promise<Clock> => {
  let said = await source.measure()
  let anchor: Anchor = { ms: said.at.getTime() - said.correctionMs, reading: machine.reading() }
  let latest = anchor.ms
  let watchedFrom = anchor.ms
  let [database, wallBy] = [anchor, 0]
  let level: 'right' | 'off' | 'far off' = 'right'
  /** The correction that this server kept, while nobody has taken it back. */
  let own: number | null = null
  const carried = ({ ms, reading }: Anchor) => ms + machine.reading() - reading
  const now = () => {
    latest = Math.max(latest, carried(anchor))
    return new Date(latest)
  }
  const offsetMs = () => machine.wall().getTime() - carried(anchor)

  const follow = (measured: Anchor) => {
    anchor = measured
    watchedFrom = carried(measured)
    own = null
  }
  const takeBack = async (measured: Anchor, byMs: number, correctionMs: number) => {
    watchedFrom = carried(anchor)
    // Another server put back what this one had kept: then it is this machine that stood still.
    if (own !== null && own !== correctionMs) return follow(measured)
    own = correctionMs + Math.round(byMs)
    await source.correct(correctionMs, own)
  }

  // Of reading, wall clock and database two that agree win.
  const settle = async (measured: Anchor, { isOwn, correctionMs }: Measured, keptMs: number) => {
    const byMs = carried(measured) - carried(anchor)
    if (Math.abs(byMs) <= STEP_MS) {
      anchor = measured
      if (own === correctionMs) own = null
      return
    }
    const wallMovedMs = offsetMs() - wallBy
    const fields = { byMs: Math.round(byMs), wallMovedMs: Math.round(wallMovedMs), correctionMs }
    log.error(fields, 'the database’s clock and this machine’s reading no longer agree')
    const isCorrected = Math.abs(byMs - (keptMs - correctionMs)) <= STEP_MS
    // On one machine they are one voice; a reading can stand still and never run ahead, so one that went back did so alone.
    if (isOwn) return byMs > 0 || isCorrected ? follow(measured) : takeBack(measured, byMs, correctionMs)
    const wallMs = machine.wall().getTime()
    if (isNear(wallMs, carried(measured))) return follow(measured)
    if (isNear(wallMs, carried(anchor))) return takeBack(measured, byMs, correctionMs)
    if (isCorrected || (byMs > 0 && isNear(wallMovedMs, byMs))) return follow(measured)
    return takeBack(measured, byMs, correctionMs)
  }

  const tell = () => {
    const ms = Math.abs(offsetMs())
    const next = ms > ALERT_MS ? 'far off' : ms > STEP_MS ? 'off' : 'right'
    const fields = { offsetMs: Math.round(offsetMs()) }
    if (next !== level && next === 'far off') log.error(fields, 'this machine’s clock is more than 5 s off')
    if (next !== level && next === 'off') log.warn(fields, 'this machine’s clock is more than 1 s off')
    if (next !== level && next === 'right') log.info(fields, 'this machine’s clock is right again')
    level = next
  }

  const look = async () => {
    const before = machine.reading()
    const measured = await source.measure()
    const after = machine.reading()
    if (after - before > LONGEST_MS) return
    const { correctionMs: keptMs } = said
    said = measured
    database = { ms: said.at.getTime() - said.correctionMs, reading: (before + after) / 2 }
    await settle(database, said, keptMs)
    wallBy = offsetMs()
    tell()
  }

  const stamp = (): ClockStamp => {
    const wall = machine.wall()
    const [time, databaseMs] = [now().getTime(), carried(database)]
    return {
      boot: machine.boot,
      ms: machine.reading(),
      wall: wall.toISOString(),
      database: new Date(databaseMs).toISOString(),
      looked: new Date(database.ms).toISOString(),
      correctionMs: said.correctionMs,
      isOwn: said.isOwn,
      watched: new Date(watchedFrom).toISOString(),
      isSure: !said.isOwn && isNear(wall.getTime(), time) && isNear(databaseMs, time),
    }
  }

  wallBy = offsetMs()
  tell()
  return { now, stamp, offsetMs, look }
}
