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

/** Processor milliseconds that this process alone has used so far. */
export const ownProcessorMs = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

const COUNTED = 400
const HANDS = 8

/** What two processes have used so far, ms. */
export type Used = { readonly server: () => number | null; readonly database: () => number | null }

/** Processor milliseconds of server and database for one act, over some hundred of them by eight hands; `after` belongs to them. */
export const costOf = async (
  used: Used,
  act: (hand: number, turn: number) => Promise<unknown>,
  after?: () => Promise<unknown>,
) => {
  const before = { server: used.server(), database: used.database() }
  for (let turn = 0; turn < COUNTED; turn += HANDS)
    await Promise.all(Array.from({ length: HANDS }, (_, hand) => act(hand, turn / HANDS)))
  await after?.()
  const each = (then: number | null, now: number | null) => (then === null || now === null ? null : (now - then) / COUNTED)
  return { server: each(before.server, used.server()), database: each(before.database, used.database()) }
}
