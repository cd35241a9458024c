import { readdirSync, readFileSync } from 'node:fs'

const TICKS_PER_SECOND = 100

// The numbers after the program's name, which stands in brackets and may hold blanks.
const statOf = (pid: number) => {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) }
}

/** Processor milliseconds that a process and its children have used so far; null where the system does not tell. */
export const processorMs = (pid: number): number | null => {
  try {
    const pids = readdirSync('/proc').map(Number).filter(Number.isInteger)
    const all = pids.flatMap((each) => {
      try {
        return [{ pid: each, ...statOf(each) }]
      } catch {
        return []
      }
    })
    const own = all.filter((each) => each.pid === pid || each.parent === pid)
    return (own.reduce((sum, { ticks }) => sum + ticks, 0) * 1000) / TICKS_PER_SECOND
  } catch {
    return null
  }
}
