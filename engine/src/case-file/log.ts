import { EngineFault, type Fault } from '../fault.ts'
import { givenBy, type LogEntry } from '../given.ts'
import type { Regimen } from '../regimen.ts'
import { mgPerHour } from '../units.ts'
import { type Fields, utmost } from './fields.ts'

const entries = ['start', 'rate', 'resume', 'pause', 'stop', 'bolus'] as const
const time = { min: 0, max: utmost.minutes }
const mass = { min: 0, max: utmost.mg }

/** What the log of a session says was really given, up to `logUntilMin` when it does not stop the pump. */
export function readLog(fields: Fields): Regimen {
  const before = fields.faults.length
  const log = fields.objects('log', 'a list of entries with event and atMin').map(readEntry)
  const until = fields.optionalNumber('logUntilMin', time)
  if (fields.faults.length > before) return []
  try {
    return givenBy(log, until)
  } catch (error) {
    if (!(error instanceof EngineFault)) throw error
    fields.faults.push(...error.faults.map(inCaseWords))
    return []
  }
}

function readEntry(entry: Fields): LogEntry {
  const event = entry.oneOf('event', entries)
  const at = entry.number('atMin', time)
  const hasRate = event === 'start' || event === 'rate' || event === 'resume'
  const rate = hasRate ? entry.number('rateMgPerHour', mass) : 0
  const mg = event === 'bolus' ? entry.number('mg', mass) : 0
  entry.nothingElse()
  if (event === 'bolus') return { event, at, mg }
  return event === 'pause' || event === 'stop' ? { event, at } : { event, at, mgPerMin: mgPerHour(rate) }
}

/** The engine’s words for a fault of the log, as the case file names them. */
const inCaseWords = ({ input, value, expected }: Fault): Fault => ({
  input: input === 'until' ? 'logUntilMin' : input.replace(/[.]at$/, '.atMin').replace(/mgPerMin$/, 'rateMgPerHour'),
  value,
  expected,
})
