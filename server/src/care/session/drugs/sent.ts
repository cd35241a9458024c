import { asked, asNeededChoice, drugRoutes } from '@dripline/clinical'
import { z } from 'zod'

const id = z.uuid(asked('id-on-record'))
const words = (what: string, most = 300) => z.string(what).trim().min(1, what).max(most, asked('at-most-characters', { most }))
const mg = z.string(asked('mg-like-4-or-0-1')).regex(/^(?=.*[1-9])\d{1,5}(\.\d{1,3})?$/, asked('mg-above-0-like-4-or'))
const ml = z.string(asked('ml-like-0-2')).regex(/^(?=.*[1-9])\d{1,3}(\.\d{1,2})?$/, asked('ml-above-0-to-0-01'))
const instant = z.iso.datetime({ offset: true, error: asked('day-and-time-like') })

const dose = {
  drugId: words(asked('drug-of-list'), 60),
  route: z.enum(drugRoutes, asked('route-of-list')),
  mg,
  at: instant.optional(),
}

/** A dose of the list, or under a signed line; nothing is typed freely. */
export const doseSent = z.strictObject({
  ...dose,
  reason: words(asked('reason')).nullable().default(null),
  lineId: id.nullable().default(null),
  allergiesRead: z
    .array(words(asked('words-that-were-read'), 200))
    .max(20)
    .default([]),
})
export type DoseSent = z.infer<typeof doseSent>

/** What one person reads of a controlled dose by themselves: from which vial, how many mL. `proof` where the tablet is another's. */
export const doseReadingSent = z.strictObject({
  about: id,
  vialId: id,
  ml,
  allergiesRead: z
    .array(words(asked('words-that-were-read'), 200))
    .max(20)
    .default([]),
  proof: z.string(asked('second-persons-proof')).max(200).optional(),
})
export type DoseReadingSent = z.infer<typeof doseReadingSent>

/** A controlled dose whose two readings stand: by its signed line. */
export const controlledSent = z.strictObject({ lineId: id })

/** What was given in an emergency. `drugId` null: a drug that no definition knows, by its word. */
export const emergencySent = z.strictObject({
  ...dose,
  drugId: words(asked('drug'), 60).nullable(),
  word: words(asked('name-of-drug'), 100).nullable().default(null),
  reason: words(asked('what-happened-and-on-whose-word')),
})
export type EmergencySent = z.infer<typeof emergencySent>

export const askSent = z.strictObject({ drugId: dose.drugId, route: dose.route, mg, reason: words(asked('why-it-is-needed')) })
export type AskSent = z.infer<typeof askSent>

export const lineSent = z.strictObject({ line: asNeededChoice, acknowledged: z.array(z.string().max(80)).max(20).default([]) })
export type LineSent = z.infer<typeof lineSent>

export const vialNamedSent = z.strictObject({
  eventId: id,
  note: words(asked('where-it-came-from')).default('named after the emergency'),
})
export type VialNamedSent = z.infer<typeof vialNamedSent>
export const orderAfterSent = z.strictObject({ eventId: id, note: words(asked('what-was-ordered')) })
