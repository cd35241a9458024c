import { Problem } from '@dripline/clinical'
import { type Ctx, inOneStep, staffOf, type Tx } from '../../platform/context.ts'
import type { Entered, ListName } from './chart-list.ts'
import { insertVersion, type ListRow, lockPerson, versionsOf } from './store.ts'

type Of<L extends ListName> = { personId: string; list: L; entry: Entered[L] }
export type WriteEntry = { [L in ListName]: Of<L> }[ListName] & { entryId?: string | undefined }

/** Puts a problem, medicine or allergy on a person's chart, or says an entry anew; what it said before stays readable. */
export function writeEntry(ctx: Ctx, { personId, list, entry, entryId }: WriteEntry) {
  return inOneStep(ctx, entryId ? 'amend-entry' : 'add-entry', async (tx) => {
    const held = await heldPerson(tx, personId)
    const id = ctx.newId()
    if (entryId) await standing(tx, list, held, entryId)
    const common = {
      id,
      entryId: entryId ?? id,
      personId: held,
      text: entry.text,
      code: entry.code ?? null,
      note: entry.note ?? null,
    }
    const stamp = { ...common, struckReason: null, enteredBy: staffOf(ctx).id, enteredAt: ctx.now() }
    await insertVersion(tx, list, { ...stamp, ...ownFields(ctx, list, entry) } as Omit<ListRow<typeof list>, 'clinicId'>)
    return { personId: held, entryId: common.entryId, list }
  })
}

const ownFields = (ctx: Ctx, list: ListName, entry: Entered[ListName]) => {
  if (list === 'problems') return { since: ('since' in entry && entry.since) || null }
  if ('isChecked' in entry)
    return { dose: entry.dose || null, status: entry.status, checkedAt: entry.isChecked ? ctx.now() : null }
  if (!('kind' in entry)) return {}
  return { kind: entry.kind, text: entry.kind === 'none known' ? 'none known' : entry.text, reaction: entry.reaction || null }
}

/** The person, held; one who was merged into another is closed to writing. */
export const heldPerson = async (tx: Tx, personId: string): Promise<string> => {
  const person = await lockPerson(tx, personId)
  if (!person) throw new Problem('not-found', { personId })
  if (person.mergedInto) throw new Problem('wrong-state', { personId, mergedInto: person.mergedInto })
  return personId
}

/** What an entry says now; refused when it is not there or was struck. */
export const standing = async <L extends ListName>(tx: Tx, list: L, personId: string, entryId: string): Promise<ListRow<L>> => {
  const [now] = await versionsOf(tx, list, personId, entryId)
  if (!now) throw new Problem('not-found', { entryId })
  if ((now as { struckReason: string | null }).struckReason !== null) throw new Problem('entry-struck', { entryId })
  return now
}
