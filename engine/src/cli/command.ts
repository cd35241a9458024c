import type { Arguments } from './arguments.ts'

/** One word behind `dripline`: what it is for, an example to learn from, the flags it knows beside the common ones, what it does. */
export type Command = {
  name: string
  about: string
  help: string
  flags: { alone: readonly string[]; withValue: readonly string[] }
  run: (given: Arguments) => void | Promise<void>
}
