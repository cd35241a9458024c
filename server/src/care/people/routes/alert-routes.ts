import { Hono } from 'hono'
import { z } from 'zod'
import { allow, type Variables } from '../../../platform/allow.ts'
import { inClinic, type Tx } from '../../../platform/context.ts'
import { shape } from '../../../platform/shape.ts'
import { closeAlert } from '../close-alert.ts'
import { ownAlert } from '../own-alert.ts'
import { closedAlerts, openAlerts } from '../store.ts'

const alert = z.object({ alertId: z.uuid() })
const done = z.strictObject({
  action: z.string('what was done').trim().min(3, 'what was done').max(1000, 'at most 1000 characters'),
})

const openAndLast = async (tx: Tx) => ({ open: await openAlerts(tx), closed: await closedAlerts(tx) })

/** Alerts, one by one: there is no way to close several at once. */
export const alertRoutes = new Hono<{ Variables: Variables }>()
  .get('/alerts', allow('owner', 'prescriber', 'nurse', 'front desk'), async (c) =>
    c.json(await inClinic(c.var.ctx, 'read-alerts', openAndLast)),
  )
  .post('/alerts/:alertId/own', allow('prescriber', 'nurse', 'front desk'), shape('param', alert), async (c) =>
    c.json(await ownAlert(c.var.ctx, c.req.valid('param'))),
  )
  .post('/alerts/:alertId/close', allow('prescriber', 'nurse'), shape('param', alert), shape('json', done), async (c) =>
    c.json(await closeAlert(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') })),
  )
