import { acceptance } from './acceptance.ts'
import { relief } from './forecast.ts'
import type { Group } from './group.ts'

/** Everything that is validated, in the order of the page. */
export const groups: readonly Group[] = [acceptance, relief]
