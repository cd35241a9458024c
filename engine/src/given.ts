import { type Fault, numberFaults, refuse } from './fault.ts'
import { bolus, type Dose, infusion, type Regimen } from './regimen.ts'

/** What somebody did at the pump, at a time (min): rates in mg/min, amounts in mg. */
export type LogEntry =
  | { event: 'start' | 'rate' | 'resume'; at: number; mgPerMin: number }
  | { event: 'pause' | 'stop'; at: number }
  | { event: 'bolus'; at: number; mg: number }

type State = 'not begun' | 'running' | 'paused' | 'stopped'

/** Which entry may follow in which state, and what comes of it. A bolus is given by hand whenever it is given. */
const next: Record<LogEntry['event'], Partial<Record<State, State>>> = {
  start: { 'not begun': 'running', stopped: 'running' },
  rate: { running: 'running' },
  pause: { running: 'paused' },
  resume: { paused: 'running' },
  stop: { running: 'stopped', paused: 'stopped' },
  bolus: { 'not begun': 'not begun', running: 'running', paused: 'paused', stopped: 'stopped' },
}

/**
 * What was really given, from the log of a session: every stretch at its own rate and every bolus, up to `until` (min) when the pump
 * still runs. An entry out of order, or one that cannot follow the one before it, is a fault with its place in the log.
 */
export function givenBy(log: readonly LogEntry[], until?: number): Regimen {
  refuse(logFaults(log, until))
  const doses: Dose[] = []
  let running: { from: number; mgPerMin: number } | undefined
  const close = (at: number) => {
    if (running && at > running.from && running.mgPerMin > 0)
      doses.push(infusion(running.mgPerMin * (at - running.from), at - running.from, running.from))
    running = undefined
  }
  for (const entry of log) {
    if (entry.event === 'bolus') doses.push(bolus(entry.mg, entry.at))
    else {
      close(entry.at)
      if ('mgPerMin' in entry) running = { from: entry.at, mgPerMin: entry.mgPerMin }
    }
  }
  if (running) close(until ?? running.from)
  return doses
}

const events = Object.keys(next) as LogEntry['event'][]

function logFaults(log: unknown, until: unknown): Fault[] {
  if (!Array.isArray(log)) return [{ input: 'log', value: log, expected: 'a list of entries' }]
  const at = { state: 'not begun' as State, last: Number.NEGATIVE_INFINITY }
  const faults = log.flatMap((entry: unknown, i) => entryFaults(`log[${i}]`, entry, at))
  const { state, last } = at
  return [
    ...faults,
    ...(state === 'running' && until === undefined
      ? [
          {
            input: 'until',
            value: until,
            expected: 'the time (min) up to which the pump has run, since the log does not stop it',
          },
        ]
      : []),
    ...(until === undefined ? [] : numberFaults('until', until, { min: Number.isFinite(last) ? last : 0 })),
  ]
}

/** What is wrong with one entry after those before it; the state and the time go on. */
function entryFaults(input: string, entry: unknown, pump: { state: State; last: number }): Fault[] {
  const { event, at, mgPerMin, mg } = (typeof entry === 'object' && entry !== null ? entry : {}) as Record<string, unknown>
  const { last } = pump
  const early = typeof at === 'number' && at < last
  if (typeof at === 'number' && Number.isFinite(at)) pump.last = Math.max(last, at)
  const kind = events.find((known) => known === event)
  const times = [
    ...numberFaults(`${input}.at`, at),
    ...(early ? [{ input: `${input}.at`, value: at, expected: `not before the entry ahead of it, at ${last}` }] : []),
  ]
  if (!kind) return [...times, { input: `${input}.event`, value: event, expected: `one of ${events.join(', ')}` }]
  const { state } = pump
  const follows = next[kind][state]
  if (follows) pump.state = follows
  return [
    ...times,
    ...(kind === 'bolus' ? numberFaults(`${input}.mg`, mg, { above: 0 }) : []),
    ...(kind === 'start' || kind === 'rate' || kind === 'resume' ? numberFaults(`${input}.mgPerMin`, mgPerMin, { min: 0 }) : []),
    ...(follows
      ? []
      : [{ input: `${input}.event`, value: kind, expected: `an entry that can follow while the pump is ${state}` }]),
  ]
}
