/** Whether a step that was cut short is known to have left nothing behind, or may have been saved without anybody hearing of it. */
export type Left = 'nothing' | 'unknown'

/** The database did not answer, or not in time: nobody's mistake and no bug; whoever asked may ask again. */
export class Outage extends Error {
  override readonly name = 'Outage'
  readonly left: Left
  constructor(left: Left, cause: unknown) {
    super(`The database did not answer in time: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
    this.left = left
  }
}

const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined

// Timeouts of statement, lock, idle and whole transaction, deadlock, conflict; a database that stops, starts, only reads or is full.
const PASSING = ['57014', '55P03', '25P03', '25P04', '40P01', '40001', '57P01', '57P02', '57P03', '57P05', '25006']
const PASSING_CLASSES = ['08', '53']
const MACHINE = [
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'ENOTFOUND',
  'EAI_AGAIN',
]
const DRIVER =
  /^(Connection terminated|Query read timeout|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed)/
const ENDED = ['25P03', '25P04', '57P01', '57P02', '57P03', '57P05']

/** Whether an error says that the database is away, busy or broken for now, and not that the statement was wrong. */
export const isPassing = (error: unknown): boolean => {
  const code = codeOf(error)
  if (isOutdated(error)) return true
  if (code !== undefined)
    return PASSING.includes(code) || MACHINE.includes(code) || (code.length === 5 && PASSING_CLASSES.includes(code.slice(0, 2)))
  return DRIVER.test(messageOf(error))
}

/** Whether a statement was parsed on this connection before a migration changed what it answers: nothing was done, and a new one parses it. */
export const isOutdated = (error: unknown): boolean => codeOf(error) === '0A000' && /^cached plan must not/.test(messageOf(error))

const messageOf = (error: unknown) => (error instanceof Error ? error.message : '')

/** Whether the connection on which this error came can carry nothing more: what was under way on it was never answered. */
export const isCut = (error: unknown): boolean => {
  const code = codeOf(error)
  if (code === undefined) return isPassing(error)
  return MACHINE.includes(code) || ENDED.includes(code) || code.startsWith('08')
}
