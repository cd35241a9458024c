import { readFileSync, writeFileSync, writeSync } from 'node:fs'

/** A reader that has gone away (`| head`) is no fault. */
const isGone = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'EPIPE'

const isBusy = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'EAGAIN'

/** Writes everything to standard output or error, however slow the reader; ends quietly when there is none. */
function write(to: 1 | 2, text: string): void {
  const bytes = Buffer.from(text)
  for (let sent = 0; sent < bytes.length; ) {
    try {
      sent += writeSync(to, bytes, sent)
    } catch (error) {
      if (isGone(error)) process.exit(0)
      if (!isBusy(error)) throw error
    }
  }
}

export const say = (text: string) => write(1, text.endsWith('\n') ? text : `${text}\n`)
export const warn = (text: string) => write(2, text.endsWith('\n') ? text : `${text}\n`)

/** The text of a file, or of standard input for `-` or no name. */
export function read(file: string | undefined): string {
  if (file !== undefined && file !== '-') return readFileSync(file, 'utf8')
  if (process.stdin.isTTY) warn('Reading a case from standard input; end it with Ctrl-D, or name a file.')
  return readFileSync(0, 'utf8')
}

/** To a file, or to standard output for `-`. */
export const save = (file: string, text: string) => (file === '-' ? say(text) : writeFileSync(file, text))
