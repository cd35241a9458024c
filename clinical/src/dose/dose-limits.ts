import { doseLimits as policy } from '../policies/dose-limits.ts'
import { usual, type Values } from '../policy.ts'

/** The limits the checks hold doses against, and the places to which each quantity is rounded; amounts are decimal strings. */
export type DoseLimits = Values<typeof policy>

/** The limits as they are delivered. */
export const doseLimits: DoseLimits = usual(policy)
