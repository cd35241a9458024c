import { isControlled } from '../dose/drug.ts'
import { drugOf } from '../dose/drug-list.ts'
import type { FoldedSession } from './infusion.ts'
import type { EventOf, SessionEvent } from './infusion-events.ts'
import { isKind } from './infusion-kind.ts'

export const drugTaskKinds = ['vial', 'second person', 'order'] as const
export type DrugTaskKind = (typeof drugTaskKinds)[number]

/** What stays open when a drug was given in an emergency: its order, and for a controlled one its vial and a second person. */
export const tasksOf = ({ drugId }: Pick<EventOf<'drug-given'>, 'drugId'>): readonly DrugTaskKind[] => {
  const drug = drugId === null ? null : drugOf(drugId)
  return drug && isControlled(drug) ? drugTaskKinds : ['order']
}

/** The doses given in the chair that have their lines in the drug book: from a vial at once, or from one that was named afterwards. */
export function dosesInBook({ entries }: Pick<FoldedSession, 'entries'>): EventOf<'drug-given'>[] {
  const events: readonly SessionEvent[] = entries.map(({ event }) => event)
  const named = new Set(events.filter(isKind('drug-settled')).flatMap(({ about, task }) => (task === 'vial' ? about : [])))
  return events.filter(isKind('drug-given')).filter(({ id, vialId }) => vialId !== null || named.has(id))
}

/** The tasks of a visit's emergency doses that no entry has closed, in the order in which the doses were given. */
export function openDrugTasks({
  entries,
}: Pick<FoldedSession, 'entries'>): { eventId: string; drug: string; task: DrugTaskKind }[] {
  const events = entries.map(({ event }) => event)
  const settled = new Set(events.filter(isKind('drug-settled')).map(({ about, task }) => `${about} ${task}`))
  return events
    .filter(isKind('drug-given'))
    .filter(({ how }) => how === 'emergency')
    .flatMap((given) => tasksOf(given).map((task) => ({ eventId: given.id, drug: given.drug, task })))
    .filter(({ eventId, task }) => !settled.has(`${eventId} ${task}`))
}
