import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { median } from '../clock.ts'
import type { Limit } from '../limit.ts'
import type { Asked } from './worker.ts'

/**
 * Wall time (ms a run, medians) of one worker with everything and of two with a half each; and what the machine has to give: how much
 * more two copies of the C program get done at once than one does.
 */
export type Gain = { id: string; one: number; two: number; gain: number; gains: readonly [number, number]; machine?: number }

const least = 1.8

/** Each asking lasts about as long (ms), so that waking two threads on two cores does not count. */
const lasting = 500

export const isEnough = ({ gain }: Gain) => gain >= least

/** Times a task both ways by turns. Throws when two halves are not, to the byte, the whole. */
export async function gainOf(id: string, rounds: number, copies: readonly Limit[] = []): Promise<Gain> {
  const alone = await hired(id, 1)
  const pair = await hired(id, 2)
  const whole = new Uint8Array((await ask(alone, 'done'))[0].buffer)
  const halves = (await ask(pair, 'done')).flatMap(({ buffer }) => [...new Uint8Array(buffer)])
  if (Buffer.compare(whole, Buffer.from(halves)) !== 0) throw new Error(`${id}: two workers find other numbers than one.`)
  const [one, two]: [number[], number[]] = [[], []]
  const runs = Math.ceil(lasting / (await timed(alone, 1)))
  for (let round = 0; round < rounds; round++) {
    one.push(await timed(alone, runs))
    two.push(await timed(pair, runs))
  }
  for (const worker of [...alone, ...pair]) await worker.terminate()
  const machine = copies.length === 2 ? { machine: await gainInC(id, copies, runs) } : {}
  const gains = one.map((ms, i) => ms / two[i])
  const range = [Math.min(...gains), Math.max(...gains)] as const
  return { id, one: median(one), two: median(two), gain: median(gains), gains: range, ...machine }
}

async function gainInC(id: string, copies: readonly Limit[], runs: number): Promise<number> {
  const wall = async (of: readonly Limit[]) => {
    const start = performance.now()
    await Promise.all(of.map((copy) => copy.time(id, 3 * runs)))
    return performance.now() - start
  }
  return (2 * (await wall(copies.slice(1)))) / (await wall(copies))
}

const hired = (task: string, parts: number): Promise<Worker[]> =>
  Promise.all(
    Array.from({ length: parts }, async (_, part) => {
      const worker = new Worker(new URL('worker.ts', import.meta.url), { workerData: { task, part, parts } })
      await once(worker, 'message')
      return worker
    }),
  )

const ask = (workers: readonly Worker[], what: Asked): Promise<Float64Array[]> =>
  Promise.all(
    workers.map(async (worker) => {
      worker.postMessage(what)
      const [answer] = await once(worker, 'message')
      return answer
    }),
  )

async function timed(workers: readonly Worker[], runs: number): Promise<number> {
  const start = performance.now()
  await ask(workers, runs)
  return (performance.now() - start) / runs
}
