import type { InfusionBefore } from '@dripline/clinical'
import type { Tx } from '../../platform/context.ts'
import type { Session } from './session.ts'
import { sessionsOfPerson } from './store.ts'

/** What was given in a visit that began to run. */
export const infusionIn = ({ id: sessionId, planId, folded: { startedAt, stoppedAt } }: Session): InfusionBefore[] =>
  startedAt === null ? [] : [{ sessionId, planId, startedAt, endedAt: stoppedAt }]

/** Every infusion of a person here, under any plan, oldest first. */
export const infusionsOf = async (tx: Tx, personId: string): Promise<InfusionBefore[]> =>
  (await sessionsOfPerson(tx, personId)).flatMap(infusionIn)
