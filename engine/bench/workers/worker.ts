import { parentPort, workerData } from 'node:worker_threads'
import { shares } from './shares.ts'

/** Holds one share of a task, with another worker or alone; runs it as often as it is asked to, or says what it found. */
export type Asked = number | 'done'

const { task, part, parts } = workerData as { task: string; part: number; parts: number }
const share = shares[task](part, parts)
for (let i = 0; i < 5; i++) share.run()

parentPort?.on('message', (asked: Asked) => {
  if (asked === 'done') return parentPort?.postMessage(share.done())
  for (let i = 0; i < asked; i++) share.run()
  parentPort?.postMessage('ran')
})
parentPort?.postMessage('ready')
