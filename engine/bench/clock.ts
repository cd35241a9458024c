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

/** The CPU time of this thread that each run takes, in ms. */
export function timesOf(run: () => void, runs: number): number[] {
  return Array.from({ length: runs }, () => {
    const start = spent()
    run()
    return spent() - start
  })
}

/** The same by the clock on the wall. */
export function wallOf(run: () => void, runs: number): number[] {
  return Array.from({ length: runs }, () => {
    const start = performance.now()
    run()
    return performance.now() - start
  })
}
