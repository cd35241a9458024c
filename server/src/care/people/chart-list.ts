import { asked } from '@dripline/clinical'
import { z } from 'zod'

/** The lists of a chart. */
export const listNames = ['problems', 'medicines', 'allergies', 'notes'] as const
export type ListName = (typeof listNames)[number]

const words = (expected: string, most = 200) =>
  z.string(expected).trim().min(1, expected).max(most, asked('at-most-characters', { most }))
const maybe = (most = 200) => z.string().trim().max(most, asked('at-most-characters', { most })).optional()

const common = {
  text: words(asked('what-it-is')),
  /** A code where one is known: an ICD-10-CM code, or the id of a drug. Free words need none. */
  code: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9][A-Za-z0-9.:-]{0,39}$/, asked('code-like-g90-50'))
    .optional(),
  note: maybe(500),
}

export const problemShape = z.strictObject({ ...common, since: maybe(40) })
export const medicineShape = z.strictObject({
  ...common,
  dose: maybe(),
  status: z.enum(['taking', 'stopped', 'unknown'], asked('taking-stopped-or-unknown')),
  /** Gone through with the person just now. */
  isChecked: z.boolean(asked('yes-or-no')),
})
export const allergyShape = z
  .strictObject({
    ...common,
    text: z.string().trim().max(200).default(''),
    kind: z.enum(['allergy', 'none known'], asked('allergy-or-none-known')),
    reaction: maybe(),
  })
  .refine(({ kind, text }) => kind === 'none known' || text !== '', {
    path: ['text'],
    message: asked('what-they-are-allergic-to'),
  })

export const noteShape = z.strictObject({ ...common, text: words(asked('note'), 4000) })

export type Entered = {
  problems: z.output<typeof problemShape>
  medicines: z.output<typeof medicineShape>
  allergies: z.output<typeof allergyShape>
  notes: z.output<typeof noteShape>
}

type Version = {
  id: string
  entryId: string
  personId: string
  text: string
  code: string | null
  note: string | null
  struckReason: string | null
  by: string | null
  enteredAt: Date
}
export type Problem = Version & { since: string | null }
export type Medicine = Version & { dose: string | null; status: string; checkedAt: Date | null }
export type Allergy = Version & { kind: string; reaction: string | null }
export type Note = Version
export type ChartLists = { problems: Problem[]; medicines: Medicine[]; allergies: Allergy[]; notes: Note[] }

/** Allergies in one line for a header: null is never asked; `none known` only where nothing else was ever said. */
export const allergyWords = (
  allergies: readonly Pick<Allergy, 'kind' | 'text' | 'reaction' | 'struckReason'>[],
): string | null => {
  const standing = allergies.filter(({ struckReason }) => struckReason === null)
  const known = standing.filter(({ kind }) => kind === 'allergy')
  if (known.length > 0) return known.map(({ text, reaction }) => (reaction ? `${text} (${reaction})` : text)).join('; ')
  return standing.length > 0 ? 'none known' : null
}
