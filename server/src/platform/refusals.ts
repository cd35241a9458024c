import type { ProblemCode } from '@dripline/clinical'
import type { Entry } from './audit.ts'
import type { Database } from './database.ts'

/** What strangers are refused for and what has a line of its own: a limit, a foreign origin, a dead link, a guess at somebody's proof. */
const told: readonly ProblemCode[] = ['too-many', 'wrong-origin', 'link-unusable', 'sign-in-failed', 'proof-failed', 'code-wrong']
/** Whoever floods a clinic must not fill its trail: so many lines a minute, the rest is counted. */
const LONGEST_LIST = 30
const MINUTE_MS = 60_000

type Counts = Readonly<Record<string, number>>
type Minute = { from: number; lines: number; counts: Map<string, number> }

const minutes = new WeakMap<Database['kysely'], Map<string, Minute>>()

const minutesOf = ({ kysely }: Database): Map<string, Minute> => {
  const found = minutes.get(kysely) ?? new Map<string, Minute>()
  minutes.set(kysely, found)
  return found
}

/** Whether a stranger's refusal gets a line; otherwise it is counted. Gives the counts of the minute before when that is over. */
export const judgeStranger = (
  database: Database,
  clinicId: string,
  code: ProblemCode,
  now: Date,
): { hasLine: boolean; counted: Counts | null } => {
  const mine = minutesOf(database)
  const before = mine.get(clinicId)
  const isOver = before === undefined || Math.abs(now.getTime() - before.from) >= MINUTE_MS
  const minute = isOver ? { from: now.getTime(), lines: 0, counts: new Map<string, number>() } : before
  mine.set(clinicId, minute)
  const hasLine = told.includes(code) && minute.lines < LONGEST_LIST
  if (hasLine) minute.lines += 1
  else minute.counts.set(code, (minute.counts.get(code) ?? 0) + 1)
  const counted = isOver && before && before.counts.size > 0 ? Object.fromEntries(before.counts) : null
  return { hasLine, counted }
}

/** A limit is refused by the hundred at once: its lines are gathered for so long and written together, and nobody waits for them. */
const GATHERED: readonly ProblemCode[] = ['too-many']
const GATHER_MS = 100

type Gathering = { readonly lines: Entry[]; readonly write: (lines: readonly Entry[]) => Promise<void> }
const gathering = new WeakMap<Database['kysely'], Map<string, Gathering>>()

/** Keeps a line until its clinic's are written together; false where a line is written at once. */
export const isGathered = (
  { kysely }: Database,
  line: Entry,
  code: ProblemCode,
  write: (lines: readonly Entry[]) => Promise<void>,
): boolean => {
  if (!GATHERED.includes(code)) return false
  const mine = gathering.get(kysely) ?? new Map<string, Gathering>()
  gathering.set(kysely, mine)
  const open = mine.get(line.clinic)
  if (open) open.lines.push(line)
  else {
    mine.set(line.clinic, { lines: [line], write })
    setTimeout(() => void writeClinic(mine, line.clinic), GATHER_MS).unref()
  }
  return true
}

const writeClinic = async (mine: Map<string, Gathering>, clinicId: string): Promise<void> => {
  const open = mine.get(clinicId)
  mine.delete(clinicId)
  if (open) await open.write(open.lines)
}

/** Writes every line that is gathered. */
export const writeGathered = async ({ kysely }: Database): Promise<void> => {
  const mine = gathering.get(kysely) ?? new Map<string, Gathering>()
  for (const clinicId of [...mine.keys()]) await writeClinic(mine, clinicId)
}

/** Takes what was counted and has no line yet, by clinic. */
export const takeCounted = (database: Database): [clinicId: string, counted: Counts][] =>
  [...minutesOf(database)].flatMap(([clinicId, { counts }]) => {
    const counted = Object.fromEntries(counts)
    counts.clear()
    return Object.keys(counted).length > 0 ? [[clinicId, counted]] : []
  })
