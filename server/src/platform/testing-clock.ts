import { pino } from 'pino'
import { type Clock, type Machine, type Measured, openClock } from './clock.ts'

const silent = pino({ level: 'silent' })

/** A machine whose clocks a test moves, each by itself: true time passes, and the wall clock stands so many minutes off. */
export class MovedMachine {
  wallOffMs = 0
  /** How long the machine has stood still, with its reading, since the test began. */
  stoodMs = 0
  readonly #boot: string
  readonly #truth: () => number
  constructor(boot: string, truth: () => number) {
    this.#boot = boot
    this.#truth = truth
  }
  /** As the server's clock knows it. */
  machine(): Machine {
    return {
      boot: this.#boot,
      reading: () => 1_000_000 + this.#truth() - this.stoodMs,
      wall: () => new Date(this.#truth() - this.stoodMs + this.wallOffMs),
    }
  }
}

/** The clock of a database that a test moves, and the correction that servers keep there. */
export class MovedDatabase {
  offMs = 0
  correctionMs = 0
  readonly #truth: () => number
  constructor(truth: () => number) {
    this.#truth = truth
  }
  /** A server's clock over this database, on a machine; `isOwn`: the database is that machine's. */
  clockFor(on: MovedMachine, isOwn = false): Promise<Clock> {
    const at = () => (isOwn ? on.machine().wall() : new Date(this.#truth() + this.offMs))
    const measure = async (): Promise<Measured> => ({ at: at(), correctionMs: this.correctionMs, isOwn })
    const correct = async (from: number, to: number) => {
      const isStill = this.correctionMs === from
      if (isStill) this.correctionMs = to
      return isStill
    }
    return openClock({ measure, correct }, on.machine(), silent)
  }
}
