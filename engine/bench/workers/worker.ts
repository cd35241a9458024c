import { parentPort, workerData } from 'node:worker_threads'
import { shares } from './shares.ts'

/** Holds one share of a task, with another worker or alone, and runs it whenever it is asked to. */
export type Asked = 'run' | 'done'

const { task, part, parts } = workerData as { task: string; part: number; parts: number }
const share = shares[task](part, parts)
for (let i = 0; i < 5; i++) share.run()

parentPort?.on('message', (asked: Asked) => {
  if (asked === 'done') return parentPort?.postMessage(share.done())
  share.run()
  parentPort?.postMessage('ran')
})
parentPort?.postMessage('ready')
