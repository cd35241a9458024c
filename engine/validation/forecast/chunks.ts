import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { type Record, recordsOf } from './record.ts'
import { truths } from './truths.ts'

/** People `from` up to `to` of one truth. */
export type Chunk = { truth: string; seed: number; from: number; to: number }

/** The records of a chunk: a pure function of it, on whatever thread. */
export function worked({ truth, seed, from, to }: Chunk): Record[] {
  const one = truths.find(({ id }) => id === truth)
  if (!one) throw new Error(`No such truth: ${truth}`)
  return Array.from({ length: to - from }, (_, i) => recordsOf(one, seed, from + i)).flat()
}

const fileOf = (store: string, { truth, seed, from, to }: Chunk) => join(store, `${truth}-${seed}-${from}-${to}.json`)

/** Every chunk, each done once: what lies in the store is not done again, and what is finished is kept there at once. */
export async function allOf(
  chunks: readonly Chunk[],
  { workers, store, progress }: { workers: number; store: string; progress: (done: number, of: number) => void },
): Promise<Record[][]> {
  const open = chunks.filter((chunk) => !existsSync(fileOf(store, chunk)))
  let done = chunks.length - open.length
  const finish = (chunk: Chunk, records: readonly Record[]) => {
    // Under its name there is only ever a whole one, wherever a run is cut off.
    const file = fileOf(store, chunk)
    writeFileSync(`${file}.part`, JSON.stringify(records))
    renameSync(`${file}.part`, file)
    progress(++done, chunks.length)
  }
  if (workers > 1) await Promise.all(Array.from({ length: Math.min(workers, open.length) }, () => onThread(open, finish)))
  else for (const chunk of open) finish(chunk, worked(chunk))
  return chunks.map((chunk) => JSON.parse(readFileSync(fileOf(store, chunk), 'utf8')))
}

/** One thread that takes the next open chunk until there is none. */
function onThread(open: Chunk[], finish: (chunk: Chunk, records: readonly Record[]) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./thread.ts', import.meta.url))
    let current: Chunk | undefined
    const next = () => {
      current = open.shift()
      if (current) thread.postMessage(current)
      else thread.terminate().then(() => resolve(), reject)
    }
    thread.on('error', reject)
    thread.on('message', (records: readonly Record[]) => {
      if (current) finish(current, records)
      next()
    })
    next()
  })
}
