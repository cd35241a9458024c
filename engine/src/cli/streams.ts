import { readFileSync, readSync, writeFileSync, writeSync } from 'node:fs'

/** A reader that has gone away (`| head`) is no fault. */
const isGone = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'EPIPE'

const isBusy = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'EAGAIN'

/** Writes everything to standard output or error, however slow the reader. When nobody reads the output the work ends; warnings may go unread. */
function write(to: 1 | 2, text: string): void {
  const bytes = Buffer.from(text)
  for (let sent = 0; sent < bytes.length; ) {
    try {
      sent += writeSync(to, bytes, sent)
    } catch (error) {
      if (to === 2 && !isBusy(error)) return
      if (isGone(error)) process.exit(0)
      if (!isBusy(error)) throw error
      pause()
    }
  }
}

export const say = (text: string) => write(1, text.endsWith('\n') ? text : `${text}\n`)
export const warn = (text: string) => write(2, text.endsWith('\n') ? text : `${text}\n`)

/** The text of a file, or of standard input for `-` or no name; without the mark some editors put before it. */
export const read = (file: string | undefined): string =>
  bytesOf(file)
    .toString('utf8')
    .replace(/^\uFEFF/, '')

function bytesOf(file: string | undefined): Buffer {
  if (file !== undefined && file !== '-') return readFileSync(file)
  if (process.stdin.isTTY) warn('Reading a case from standard input; end it with Ctrl-D, or name a file.')
  const parts: Buffer[] = []
  const part = Buffer.alloc(65_536)
  for (;;) {
    const size = readPart(part)
    if (size === 0) return Buffer.concat(parts)
    if (size > 0) parts.push(Buffer.from(part.subarray(0, size)))
  }
}

/** Bytes read from standard input; 0 at its end, −1 when the writer is slow. */
function readPart(part: Buffer): number {
  try {
    return readSync(0, part)
  } catch (error) {
    if (isBusy(error)) return pause()
    if (error instanceof Error && 'code' in error && error.code === 'EOF') return 0
    throw error
  }
}

const waiting = new Int32Array(new SharedArrayBuffer(4))

/** Leaves the processor to the writer for a moment. */
function pause(): -1 {
  Atomics.wait(waiting, 0, 0, 5)
  return -1
}

/** To a file, or to standard output for `-`. */
export const save = (file: string, text: string) => (file === '-' ? say(text) : writeFileSync(file, text))
