import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { median } from '../clock.ts'
import type { Asked } from './worker.ts'

/** Wall time (ms, medians) of one worker with everything and of two with a half each. */
export type Gain = { id: string; one: number; two: number; gain: number }

const least = 1.8

export const isEnough = ({ gain }: Gain) => gain >= least

/** Times a task both ways by turns. Throws when two halves are not, to the byte, the whole. */
export async function gainOf(id: string, rounds: number): Promise<Gain> {
  const alone = await hired(id, 1)
  const pair = await hired(id, 2)
  const whole = new Uint8Array((await ask(alone, 'done'))[0].buffer)
  const halves = (await ask(pair, 'done')).flatMap(({ buffer }) => [...new Uint8Array(buffer)])
  if (Buffer.compare(whole, Buffer.from(halves)) !== 0) throw new Error(`${id}: two workers find other numbers than one.`)
  const [one, two]: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round++) {
    one.push(await timed(alone))
    two.push(await timed(pair))
  }
  for (const worker of [...alone, ...pair]) await worker.terminate()
  return { id, one: median(one), two: median(two), gain: median(one.map((ms, i) => ms / two[i])) }
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

async function timed(workers: readonly Worker[]): Promise<number> {
  const start = performance.now()
  await ask(workers, 'run')
  return performance.now() - start
}
