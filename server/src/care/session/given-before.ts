import type { InfusionBefore } from '@dripline/clinical'
import type { Session } from './session.ts'

/** What was given in a visit that began to run. */
export const infusionIn = ({ id: sessionId, planId, folded: { startedAt, stoppedAt } }: Session): InfusionBefore[] =>
  startedAt === null ? [] : [{ sessionId, planId, startedAt, endedAt: stoppedAt }]
