import type { Indication } from '@dripline/clinical'
import type { Who } from '@dripline/clinical/trial'
import { type Ctx, openContext } from '../platform/context.ts'
import { type HeldClock, heldClock } from '../platform/testing.ts'
import { cloneClinic } from './clone.ts'
import { openingAt, type Template } from './template.ts'

/** One visit of a trial: where it is, who is at work there, and its clock. */
export type Place = {
  readonly clock: HeldClock
  readonly as: (who: Who) => Ctx
  readonly indication: Indication
  readonly sessionId: string
  readonly personId: string
  readonly planId: string
  readonly screeningId: string
  readonly vialIds: readonly string[]
  /** The order that follows all others so far. */
  newestOrderId: string
  isClosed: boolean
  /** The newest line for midazolam, and the newest emergency entry. */
  lineId: string
  emergencyId: string
}

/** An id that no record has. */
export const nobody = '01890a5d-ac96-774b-bcce-b302099a8057'

/** A copy of a template, with a clock of its own that stands at the opening. */
export const placeFrom = async (template: Template): Promise<Place> => {
  const { clinic, staff, orderId, ...rest } = template
  const clock = heldClock(openingAt)
  const clinicId = clinic.ground.newId(clinic.clock.now)
  await cloneClinic(clinic.ground.database, clinic.clinicId, clinicId)
  const as = (who: Who) => openContext(clinic.ground, { clinicId, actor: staff[who].actor, clock: clock.read })
  return { ...rest, clock, as, newestOrderId: orderId, isClosed: false, lineId: nobody, emergencyId: nobody }
}
