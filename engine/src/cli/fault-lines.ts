import { type EngineFault, type Fault, refuse } from '../fault.ts'

const longest = 60

/** A value as it was written: what JSON has no word for is said too. */
function shown(value: unknown): string {
  if (value === undefined) return 'absent'
  if (typeof value === 'number') return String(value)
  const written = JSON.stringify(value) ?? String(value)
  return written.length > longest ? `${written.slice(0, longest)}…` : written
}

const line = ({ input, value, expected }: Fault) => `fault: ${input} is ${shown(value)}; expected ${expected}`

/** The faults, a line each, with the place, the value and what was expected. */
export const faultLines = ({ faults }: EngineFault) => faults.map(line).join('\n')

/** What the system says of a file that cannot be read or written; nothing for any other error. */
export function fileFault(error: unknown): string | undefined {
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) return undefined
  const said = error.message.replace(/^[A-Z]+: /, '')
  return `fault: ${'path' in error ? said : `${said} (${error.code})`}`
}

/** A flag that cannot be obeyed here. */
export const refuseFlag = (input: string, value: unknown, expected: string) => refuse([{ input, value, expected }])
