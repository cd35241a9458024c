import { median, timeOf } from './clock.ts'
import type { Limit } from './limit.ts'
import { type Task, wrong } from './task.ts'

/** One line of the table: medians over rounds, in ms of CPU time, and the ratios of each round's own times. */
export type Line = {
  id: string
  about: string
  c?: { name: string; ms: number }[]
  ours: number
  ratio?: number
  ratios?: readonly [number, number]
  limit: number
}

/** Times a task in one thread, C and ours by turns. Throws when either finds a wrong number: then there is no time to speak of. */
export async function single(task: Task, limits: readonly Limit[], rounds: number): Promise<Line> {
  const { run, found } = task.prepare()
  refuse('the engine', wrong(found(), task))
  for (const limit of limits) refuse(`C, ${limit.name}`, wrong(limit.found[task.id], task))
  warm(run)
  const ours: number[] = []
  const inC = limits.map((): number[] => [])
  for (let round = 0; round < rounds; round++) {
    for (const [i, limit] of limits.entries()) inC[i].push(await limit.time(task.id, task.runsInC))
    ours.push(timeOf(run))
  }
  refuse('the engine', wrong(found(), task))
  const ratios = (inC[0] ?? []).map((ms, i) => ours[i] / ms)
  return {
    id: task.id,
    about: task.about,
    ours: median(ours),
    limit: task.limit,
    ...(limits.length > 0 && {
      c: limits.map(({ name }, i) => ({ name, ms: median(inC[i]) })),
      ratio: median(ratios),
      ratios: [Math.min(...ratios), Math.max(...ratios)],
    }),
  }

  function refuse(who: string, faults: readonly string[]) {
    if (faults.length > 0) throw new Error(`${task.id} is wrong, so it is not timed: ${who}: ${faults.join('; ')}`)
  }
}

/** Half a second and five runs, or two seconds: until the compilers have had their say. */
function warm(run: () => void): void {
  const start = performance.now()
  for (let i = 0; (i < 5 || performance.now() - start < 500) && performance.now() - start < 2000; i++) run()
}
