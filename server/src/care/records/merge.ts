import { asked, keysOf, recordOf } from '@dripline/clinical'
import { z } from 'zod'
import { sha256 } from '../../platform/keys.ts'
import type { personOf } from '../people/store.ts'

export type Person = NonNullable<Awaited<ReturnType<typeof personOf>>>

/** What stands on a person and can contradict another record; a reason is asked where one of the two that say who somebody is differs. */
export const mergeFields = {
  name: { label: 'Name', needsReason: false },
  dateOfBirth: { label: 'Birth date', needsReason: true },
  sex: { label: 'Sex', needsReason: true },
  phone: { label: 'Phone', needsReason: false },
  email: { label: 'Email', needsReason: false },
  state: { label: 'State', needsReason: false },
  zone: { label: 'Time zone', needsReason: false },
  language: { label: 'Language', needsReason: false },
  heightCm: { label: 'Height', needsReason: false },
} as const
export type MergeField = keyof typeof mergeFields
export const fieldNames = keysOf(mergeFields)

/** For so many days a merge can be undone. */
export const UNDO_DAYS = 30

export type FieldValues = Record<MergeField, string | null>
export const valuesOf = (person: Person): FieldValues => recordOf(fieldNames, (field) => person[field])

const plain = (field: MergeField, value: string) =>
  field === 'phone'
    ? value.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, '')
    : value.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()

/** Whether two records say different things in a field; what one of them does not know is no contradiction. */
export const differs = (field: MergeField, a: Person, b: Person): boolean => {
  const [one, other] = [a[field], b[field]]
  return one !== null && other !== null && plain(field, one) !== plain(field, other)
}

/** What was on the screen when somebody decided: another mark means that one of the records has changed since. */
export const markOf = (kept: Person, merged: Person): string =>
  sha256(JSON.stringify([kept.id, valuesOf(kept), merged.id, valuesOf(merged)])).slice(0, 16)

const side = z.enum(['kept', 'merged'], asked('one-of-two-records'))
export const mergeSent = z.strictObject({
  keptId: z.uuid(asked('record-that-is-kept')),
  mergedId: z.uuid(asked('other-record')),
  mark: z.string(asked('what-was-on-screen')).max(64),
  chosen: z.partialRecord(z.enum(fieldNames), side),
  reason: z.string().trim().max(500).optional(),
})
export type MergeSent = z.output<typeof mergeSent>

export const undoSent = z.strictObject({
  mergeId: z.uuid(asked('merge')),
  reason: z.string(asked('why-it-is')).trim().min(3, asked('why-they-are-two-people-after')).max(500),
  /** Where each group of rows that was written since goes, by the group's id. */
  placed: z.record(z.string().max(80), side).default({}),
})
export type UndoSent = z.output<typeof undoSent>
