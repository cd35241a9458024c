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

/** What the measurements of one process have come to; it says the time between them. */
class CarriedClock {
  private readonly machine: Machine
  private readonly log: Logger
  private said: Measured
  private anchor: Anchor
  private database: Anchor
  private latest: number
  private watchedFrom: number
  private wallBy: number
  private level: 'right' | 'off' | 'far off' = 'right'
  /** The correction that this server kept, while nobody has taken it back. */
  private own: number | null = null

  constructor(said: Measured, machine: Machine, log: Logger) {
    this.machine = machine
    this.log = log
    this.said = said
    this.anchor = { ms: said.at.getTime() - said.correctionMs, reading: machine.reading() }
    this.database = this.anchor
    this.latest = this.anchor.ms
    this.watchedFrom = this.anchor.ms
    this.wallBy = this.offsetMs()
    this.tell()
  }

  private carried({ ms, reading }: Anchor): number {
    return ms + this.machine.reading() - reading
  }

  now(): Date {
    this.latest = Math.max(this.latest, this.carried(this.anchor))
    return new Date(this.latest)
  }

  offsetMs(): number {
    return this.machine.wall().getTime() - this.carried(this.anchor)
  }

  private follow(measured: Anchor): void {
    this.anchor = measured
    this.watchedFrom = this.carried(measured)
    this.own = null
  }

  private async takeBack(source: Source, measured: Anchor, byMs: number): Promise<void> {
    const { correctionMs } = this.said
    this.watchedFrom = this.carried(this.anchor)
    // Another server put back what this one had kept: then it is this machine that stood still.
    if (this.own !== null && this.own !== correctionMs) return this.follow(measured)
    this.own = correctionMs + Math.round(byMs)
    await source.correct(correctionMs, this.own)
  }

  // Of reading, wall clock and database two that agree win.
  private async settle(source: Source, measured: Anchor, keptMs: number): Promise<void> {
    const { isOwn, correctionMs } = this.said
    const byMs = this.carried(measured) - this.carried(this.anchor)
    if (Math.abs(byMs) <= STEP_MS) {
      this.anchor = measured
      if (this.own === correctionMs) this.own = null
      return
    }
    const wallMovedMs = this.offsetMs() - this.wallBy
    const fields = { byMs: Math.round(byMs), wallMovedMs: Math.round(wallMovedMs), correctionMs }
    this.log.error(fields, 'the database’s clock and this machine’s reading no longer agree')
    const isCorrected = Math.abs(byMs - (keptMs - correctionMs)) <= STEP_MS
    // On one machine they are one voice; a reading can stand still and never run ahead, so one that went back did so alone.
    if (isOwn) return byMs > 0 || isCorrected ? this.follow(measured) : this.takeBack(source, measured, byMs)
    const wallMs = this.machine.wall().getTime()
    if (isNear(wallMs, this.carried(measured))) return this.follow(measured)
    if (isNear(wallMs, this.carried(this.anchor))) return this.takeBack(source, measured, byMs)
    if (isCorrected || (byMs > 0 && isNear(wallMovedMs, byMs))) return this.follow(measured)
    return this.takeBack(source, measured, byMs)
  }

  private tell(): void {
    const { log, level } = this
    const ms = Math.abs(this.offsetMs())
    const next = ms > ALERT_MS ? 'far off' : ms > STEP_MS ? 'off' : 'right'
    const fields = { offsetMs: Math.round(this.offsetMs()) }
    if (next !== level && next === 'far off') log.error(fields, 'this machine’s clock is more than 5 s off')
    if (next !== level && next === 'off') log.warn(fields, 'this machine’s clock is more than 1 s off')
    if (next !== level && next === 'right') log.info(fields, 'this machine’s clock is right again')
    this.level = next
  }

  async look(source: Source): Promise<void> {
    const before = this.machine.reading()
    const measured = await source.measure()
    const after = this.machine.reading()
    if (after - before > LONGEST_MS) return
    const { correctionMs: keptMs } = this.said
    this.said = measured
    this.database = { ms: measured.at.getTime() - measured.correctionMs, reading: (before + after) / 2 }
    await this.settle(source, this.database, keptMs)
    this.wallBy = this.offsetMs()
    this.tell()
  }

  stamp(): ClockStamp {
    const { said, machine, database, watchedFrom } = this
    const wall = machine.wall()
    const [time, databaseMs] = [this.now().getTime(), this.carried(database)]
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
}

/**
 * The database's time, carried on by the machine's reading: a step of the wall clock does not move it, and a step of the database's own
 * clock is noticed against reading and wall clock, kept for all servers, and taken back. It never goes back while the process lives.
 */
export const openClock = async (source: Source, machine: Machine, log: Logger): Promise<Clock> => {
  const clock = new CarriedClock(await source.measure(), machine, log)
  return {
    now: () => clock.now(),
    stamp: () => clock.stamp(),
    offsetMs: () => clock.offsetMs(),
    look: () => clock.look(source),
  }
}
