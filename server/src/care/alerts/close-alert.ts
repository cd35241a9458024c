import { Problem } from '@dripline/clinical'
import { type Ctx, inOneStep, staffOf } from '../../platform/context.ts'
import { lockAlert, setAlert } from './store.ts'

export type CloseAlert = { alertId: string; action: string }

/** Closes one alert with what was done; one that nobody owned gets its closer's name as owner too. */
export function closeAlert(ctx: Ctx, { alertId, action }: CloseAlert) {
  return inOneStep(ctx, 'close-alert', async (tx) => {
    const alert = await lockAlert(tx, alertId)
    if (!alert) throw new Problem('not-found', { alertId })
    if (alert.closedAt) throw new Problem('alert-closed', { alertId })

    const by = staffOf(ctx).id
    if (alert.ownerId === null) await setAlert(tx, alertId, { ownerId: by, ownedAt: ctx.now() })
    await setAlert(tx, alertId, { closedBy: by, closedAt: ctx.now(), action })
    return { alertId, personId: alert.personId }
  })
}
