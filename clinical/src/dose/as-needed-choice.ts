import { z } from 'zod'
import { asked } from '../words/asked.ts'
import { drugRoutes } from './drug.ts'

/** One as-needed line as a prescriber signs it with the order: mg a decimal string, minutes whole. */
export const asNeededChoice = z.strictObject({
  drugId: z.string(asked('drug-of-list')).min(1, asked('drug-of-list')).max(60, asked('drug-of-list')),
  route: z.enum(drugRoutes, asked('route-of-list')),
  doseMg: z.string(asked('mg-at-time-like-1')).regex(/^\d{1,5}(\.\d{1,3})?$/, asked('mg-at-time-like-1-or')),
  mostTimes: z.int(asked('whole-number-of-times')).min(1, asked('at-least-once')).max(12, asked('at-most-12-times')),
  leastMinutes: z
    .int(asked('whole-minutes-between-doses'))
    .min(0, asked('0-minutes-or-more'))
    .max(1440, asked('at-most-1-440-minutes')),
  reason: z.string(asked('what-it-is-for')).trim().min(1, asked('what-it-is-for')).max(200),
})

export const asNeededChoices = z.array(asNeededChoice).max(8, asked('at-most-eight-as-needed-lines')).default([])

export type AsNeededChoice = z.infer<typeof asNeededChoice>
