import { z } from 'zod'
import { drugRoutes } from './drug.ts'

/** One as-needed line as a prescriber signs it with the order: mg a decimal string, minutes whole. */
export const asNeededChoice = z.strictObject({
  drugId: z.string('a drug of the list').min(1, 'a drug of the list').max(60, 'a drug of the list'),
  route: z.enum(drugRoutes, 'a route of the list'),
  doseMg: z.string('mg at a time, like 1').regex(/^\d{1,5}(\.\d{1,3})?$/, 'mg at a time, like 1 or 0.5'),
  mostTimes: z.int('a whole number of times').min(1, 'at least once').max(12, 'at most 12 times'),
  leastMinutes: z.int('whole minutes between doses').min(0, '0 minutes or more').max(1440, 'at most 1,440 minutes'),
  reason: z.string('what it is for').trim().min(1, 'what it is for').max(200, 'at most 200 characters'),
})

export const asNeededChoices = z.array(asNeededChoice).max(8, 'at most eight as-needed lines').default([])

export type AsNeededChoice = z.infer<typeof asNeededChoice>
