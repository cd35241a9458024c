import { canonical } from './canonical.ts'
import type { Tx } from './database.ts'

/** One line of the trail: ids, field names and codes, never a name or a patient's words. */
export type Entry = {
  readonly at: string
  readonly clinic: string
  readonly request: string
  readonly actor: string
  readonly verb: string
  readonly outcome: 'done' | 'read' | 'refused'
  readonly patients: readonly string[]
  readonly about: Readonly<Record<string, string | number>>
  readonly code?: string
  readonly fields?: readonly string[]
}

export type Subjects = Pick<Entry, 'patients' | 'about'>

export const NEWS = 'dripline_news'

/** The line's canonical text around its number, which it gets when it is chained: text before, text after. */
export const textAround = (entry: Entry): { pre: string; post: string } => {
  const side = (isMine: (key: string) => boolean) =>
    canonical(Object.fromEntries(Object.entries(entry).filter(([key]) => isMine(key))))
  return { pre: `${side((key) => key < 'seq').slice(0, -1)},"seq":`, post: `,${side((key) => key > 'seq').slice(1)}` }
}

/** Lays a line down in the step that causes it; the sealer chains it within moments of the commit. */
export const appendLine = async ({ db, clinicId }: Tx, entry: Entry, isNews: boolean): Promise<void> => {
  await db
    .insertInto('auditPending')
    .values({ clinicId, ...textAround(entry), isNews })
    .execute()
}

/** Every id that a deed's answer holds under `patientId` or `personId`, however deep. */
const patientsIn = (found: unknown): string[] => {
  const ids = new Set<string>()
  const walk = (value: unknown): void => {
    if (value === null || typeof value !== 'object' || value instanceof Date) return
    for (const [key, inner] of Object.entries(value)) {
      if ((key === 'patientId' || key === 'personId') && typeof inner === 'string') ids.add(inner)
      else walk(inner)
    }
  }
  walk(found)
  return [...ids].sort()
}

/** What a written record is about: its own ids, and its patients. */
export const subjectsIn = (answer: unknown): Subjects => {
  const own = answer !== null && typeof answer === 'object' && !Array.isArray(answer) ? Object.entries(answer) : []
  const about = own.filter(
    (pair): pair is [string, string] => (pair[0] === 'id' || pair[0].endsWith('Id')) && typeof pair[1] === 'string',
  )
  return { patients: patientsIn(answer), about: Object.fromEntries(about) }
}
