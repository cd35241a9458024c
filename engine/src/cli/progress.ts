import { warn } from './streams.ts'

const between = 1000

/** Tells how far long work has come, once a second, on standard error; says nothing of work that is soon done. */
export function progress(what: string): (done: number, of: number) => void {
  let last = Date.now()
  return (done, of) => {
    if (Date.now() - last < between) return
    last = Date.now()
    warn(`${what}: ${done} of ${of}`)
  }
}
