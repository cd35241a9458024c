import { parentPort, workerData } from 'node:worker_threads'
import { byRules } from '@dripline/clinical/trial'
import { openComparison } from './compare.ts'

/** Sequences of one worker: `every` of them from `first` on, so that any number of workers tries the same ones. */
export type Share = { seed: number; first: number; every: number; sequences: number; onServer: number }

/** What a worker says as it goes. */
export type Said =
  | { kind: 'past'; number: number; past: string[] }
  | { kind: 'differs'; number: number; step: number; act: string; rules: string; server: string }
  | { kind: 'done'; sequences: number; onServer: number; reached: Record<string, number> }

const { seed, first, every, sequences, onServer }: Share = workerData
const say = (said: Said) => parentPort?.postMessage(said)
const REPORT_EVERY = 250

let done: { sequences: number; onServer: number; reached: Record<string, number> } = { sequences: 0, onServer: 0, reached: {} }
const report = () => {
  say({ kind: 'done', ...done })
  done = { sequences: 0, onServer: 0, reached: {} }
}

for (let number = first; number < sequences; number += every) {
  const { past, reached } = await byRules(seed, number)
  if (past.length > 0) say({ kind: 'past', number, past })
  for (const [act, times] of Object.entries(reached)) done.reached[act] = (done.reached[act] ?? 0) + times
  if (++done.sequences >= REPORT_EVERY) report()
}
if (onServer > first) {
  const { compare } = await openComparison()
  for (let number = first; number < onServer; number += every) {
    const { difference } = await compare(seed, number)
    if (difference) {
      const { rules, server, ...where } = difference
      say({ kind: 'differs', ...where, rules: String(rules), server: String(server) })
    }
    if (++done.onServer >= REPORT_EVERY) report()
  }
}
report()
process.exit(0)
