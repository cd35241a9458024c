import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { byRules } from '@dripline/clinical/trial'
import { openComparison } from './compare.ts'
import type { Said, Share } from './try-worker.ts'

/**
 * `npm run try:visits`: sequences of acts by random people on a visit, held against an independent reading of the policies, and
 * some of them again through the server's own verbs. `--replay N` plays one of them and prints every act with its answer.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    sequences: { type: 'string', default: '100000' },
    server: { type: 'string', default: '2000' },
    workers: { type: 'string', default: '2' },
    replay: { type: 'string' },
    'replay-server': { type: 'string' },
  },
})
const seed = Number(values.seed)

const replay = async (number: number) => {
  const { opening, acts, past } = await byRules(seed, number)
  console.log(JSON.stringify(opening))
  for (const { act, answer } of acts)
    console.log(`${answer === 'done' ? 'done    ' : 'refused '} ${JSON.stringify(act)} ${answer === 'done' ? '' : answer}`)
  console.log(past.length > 0 ? past.join('\n') : 'nothing went past a gate')
  return past.length === 0
}

const replayOnServer = async (number: number) => {
  const { acts, difference } = await (await openComparison()).compare(seed, number)
  console.log(difference ? JSON.stringify(difference, null, 1) : `${acts} acts, each answered alike`)
  return difference === null
}

const tryAll = async (): Promise<boolean> => {
  const [sequences, onServer, workers] = [Number(values.sequences), Number(values.server), Number(values.workers)]
  const total = { sequences: 0, onServer: 0, past: 0, differ: 0, reached: {} as Record<string, number> }
  const hear = (said: Said) => {
    if (said.kind === 'done') {
      total.sequences += said.sequences
      total.onServer += said.onServer
      for (const [act, times] of Object.entries(said.reached)) total.reached[act] = (total.reached[act] ?? 0) + times
      if (total.sequences % 5000 < 250 || said.onServer > 0)
        console.log(`${total.sequences} by the rules, ${total.onServer} on the server`)
      return
    }
    const again = said.kind === 'past' ? '--replay' : '--replay-server'
    console.log(`${JSON.stringify(said)}\n  again: npm run try:visits -- --seed ${seed} ${again} ${said.number}`)
    total[said.kind === 'past' ? 'past' : 'differ'] += 1
  }
  const work = (first: number) =>
    new Promise<void>((ended, failed) => {
      const share: Share = { seed, first, every: workers, sequences, onServer }
      const worker = new Worker(new URL('./try-worker.ts', import.meta.url), { workerData: share })
      worker
        .on('message', hear)
        .on('error', failed)
        .on('exit', () => ended())
    })
  await Promise.all(Array.from({ length: workers }, (_, first) => work(first)))
  console.log(`done in these sequences: ${JSON.stringify(total.reached)}`)
  console.log(`${total.onServer} again on the server, ${total.differ} answered differently`)
  console.log(`${total.sequences} sequences, ${total.past} past a gate`)
  return (
    total.past === 0 && total.differ === 0 && total.sequences === sequences && total.onServer === Math.min(onServer, sequences)
  )
}

const isGood = values.replay
  ? await replay(Number(values.replay))
  : values['replay-server']
    ? await replayOnServer(Number(values['replay-server']))
    : await tryAll()
process.exit(isGood ? 0 : 1)
