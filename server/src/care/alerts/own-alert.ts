import { Problem } from '@dripline/clinical'
import { type Ctx, inOneStep, staffOf } from '../../platform/context.ts'
import { lockAlert, setAlert } from './store.ts'

/** Puts one's own name to an alert; somebody else may take it over until it is closed. */
export function ownAlert(ctx: Ctx, { alertId }: { alertId: string }) {
  return inOneStep(ctx, 'own-alert', async (tx) => {
    const alert = await lockAlert(tx, alertId)
    if (!alert) throw new Problem('not-found', { alertId })
    if (alert.closedAt) throw new Problem('alert-closed', { alertId })

    const ownerId = staffOf(ctx).id
    await setAlert(tx, alertId, { ownerId, ownedAt: ctx.now() })
    return { alertId, personId: alert.personId, ownerId }
  })
}
