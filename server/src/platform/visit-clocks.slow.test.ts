import { amountsAt, clocksMoved, type EventBody, foldSession, mayAppend, type SessionEvent, visitTime } from '@dripline/clinical'
import { expect, test } from 'vitest'
import type { Clock } from './clock.ts'
import { numbersFrom } from './testing-chance.ts'
import { MovedDatabase, MovedMachine } from './testing-clock.ts'

/** `VISITS=20000` plays them all. */
const VISITS = Number(process.env.VISITS ?? 2000)
const MINUTE = 60_000
const began = Date.UTC(2026, 10, 23, 9)
const signs = { systolic: 122, diastolic: 74, pulse: 70, spo2: 98, resp: 14 }
const before: readonly EventBody[] = [
  { kind: 'booked' },
  { kind: 'arrived' },
  { kind: 'checked-in', identifiers: ['name', 'birth date'], escort: null, weightKg: '72', vitals: signs },
  {
    kind: 'drawn-up',
    vials: [{ vialId: 'v1', ml: '2' }],
    infusateMg: '100',
    syringeMl: '2',
    finalMl: '100',
    witness: 'wren',
    checked: { by: ['heron', 'wren'], readings: ['a', 'b'], rateMlPerHour: '25' },
  },
]

type Draw = () => number

/** Two machines with a server each, on one database: what can be moved, stopped and started anew. */
class World {
  ms = began
  readonly #truth = () => this.ms
  readonly #database = new MovedDatabase(this.#truth)
  readonly #chance: Draw
  #boots = 0
  #machines = [new MovedMachine('boot 1', this.#truth), new MovedMachine('boot 2', this.#truth)]
  #clocks: Clock[] = []
  constructor(chance: Draw) {
    this.#chance = chance
  }
  async start() {
    this.#clocks = await Promise.all(this.#machines.map((machine) => this.#database.clockFor(machine)))
  }
  #half = () => Math.round((this.#chance() * 60 - 30) * MINUTE)
  /** Something happens to a clock, a process or a machine; servers look at the database in between, mostly. */
  async disturb() {
    const which = this.#chance() < 0.5 ? 0 : 1
    const machine = this.#machines[which]
    if (!machine) return
    const what = this.#chance()
    if (what < 0.35) machine.wallOffMs = this.#half()
    else if (what < 0.55) this.#database.offMs = this.#half()
    else if (what < 0.8) this.#clocks[which] = await this.#database.clockFor(machine)
    else {
      const anew = new MovedMachine(`boot ${++this.#boots + 2}`, this.#truth)
      anew.wallOffMs = machine.wallOffMs
      this.#machines[which] = anew
      this.#clocks[which] = await this.#database.clockFor(anew)
    }
    if (this.#chance() < 0.75) await this.look()
  }
  async look() {
    for (const clock of this.#clocks) await clock.look()
  }
  clock = (): Clock => {
    const clock = this.#clocks[this.#chance() < 0.5 ? 0 : 1]
    if (!clock) throw new Error('no clock')
    return clock
  }
  wall = () => this.#machines[0]?.machine().wall().getTime() ?? 0
}

/** One visit of start, changes of rate, pauses and notes; what was really given, what the log says, and what a wall clock would. */
const play = async (seed: number) => {
  const chance = numbersFrom(seed)
  const world = new World(chance)
  await world.start()
  const events: SessionEvent[] = []
  const refused: string[] = []
  const write = (body: EventBody) => {
    const clock = world.clock()
    const stamp = clock.stamp()
    const at = visitTime(events, clock.now().toISOString(), stamp)
    const seq = events.length + 1
    const event: SessionEvent = { ...body, id: `e${String(seq).padStart(3, '0')}`, at, enteredAt: at, by: 'heron', seq }
    const whole = stamp ? { ...event, clock: stamp } : event
    const code = mayAppend(events, whole, at)
    if (code) refused.push(code)
    events.push(whole)
  }
  for (const body of before) write(body)
  let [rate, given, byWall, wall] = [25, 0, 0, world.wall()]
  write({ kind: 'started', rateMlPerHour: '25', vtbiMl: '100' })
  const pass = async () => {
    const ms = Math.round(chance() * 12 * MINUTE)
    world.ms += Math.round(ms / 2)
    if (chance() < 0.4) await world.disturb()
    else if (chance() < 0.8) await world.look()
    world.ms += ms - Math.round(ms / 2)
    given += (rate * ms) / 3_600_000
  }
  const count = () => {
    byWall += (rate * Math.max(0, world.wall() - wall)) / 3_600_000
    wall = world.wall()
  }
  for (let i = 0; i < 8; i++) {
    await pass()
    const what = chance()
    if (what < 0.5) {
      write({ kind: 'note', text: 'resting' })
      continue
    }
    count()
    const isPaused = rate === 0
    if (isPaused || what < 0.75) {
      rate = 15 + Math.floor(chance() * 10)
      write(
        isPaused
          ? { kind: 'resumed', rateMlPerHour: String(rate) }
          : { kind: 'rate-changed', rateMlPerHour: String(rate), reason: 'asked' },
      )
    } else {
      rate = 0
      write({ kind: 'paused', reason: 'asked' })
    }
  }
  await pass()
  count()
  write({ kind: 'stopped', reason: 'done' })
  const visit = foldSession(events)
  const said = Number(amountsAt(visit, visit.stoppedAt ?? '')?.givenMg)
  const isWrong = (mg: number) => Math.abs(Math.min(given, 100) - mg) > 0.0151
  return {
    seed,
    refused,
    isMarked: clocksMoved(visit).length > 0,
    asksTotal: clocksMoved(visit).some(({ asksTotal }) => asksTotal),
    isWrong: isWrong(said) || visit.state !== 'stopped',
    isWrongByWall: isWrong(Math.min(byWall, 100)),
    by: said - given,
  }
}

test('of random visits at two servers whose clocks are moved and which are started anew, none has a wrong amount that does not ask for the pump’s total', async () => {
  const played: Awaited<ReturnType<typeof play>>[] = []
  for (let seed = 1; seed <= VISITS; seed++) played.push(await play(seed))
  const count = (is: (each: (typeof played)[number]) => boolean) => played.filter(is).length
  process.stdout.write(
    `${VISITS} visits: by one wall clock ${count(({ isWrongByWall }) => isWrongByWall)} wrong, by the log ${count(({ isWrong }) => isWrong)} wrong, ${count(({ isMarked }) => isMarked)} marked, ${count(({ asksTotal }) => asksTotal)} of them ask for the pump's total\n`,
  )
  expect(count(({ isWrongByWall }) => isWrongByWall)).toBeGreaterThan(VISITS / 10)
  expect(count(({ isMarked }) => isMarked)).toBeLessThan(VISITS)
  expect(played.flatMap(({ refused }) => refused)).toEqual([])
  expect(played.filter(({ isWrong, asksTotal }) => isWrong && !asksTotal)).toEqual([])
})
