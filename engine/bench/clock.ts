export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const half = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
}

const spent: () => number =
  'threadCpuUsage' in process
    ? () => {
        const { user, system } = process.threadCpuUsage()
        return (user + system) / 1000
      }
    : () => performance.now()

/** A kernel may count CPU time in steps of 4 ms, so that this much of it is known to one in a hundred. */
const leastMs = 400

/** The CPU time (ms) of this thread that a run takes, over as many runs as make it known. */
export function timeOf(run: () => void): number {
  const start = spent()
  let runs = 0
  do {
    run()
    runs++
  } while (spent() - start < leastMs)
  return (spent() - start) / runs
}
