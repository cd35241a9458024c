import { asked } from '@dripline/clinical'
import { Hono } from 'hono'
import { z } from 'zod'
import { allow, type Variables } from '../../platform/allow.ts'
import { answerCsv } from '../../platform/csv.ts'
import { shape } from '../../platform/shape.ts'
import { closeAlert } from './close-alert.ts'
import { alertsAsked, alertsHead, countAlerts, exportAlerts, listAlerts } from './list-alerts.ts'
import { ownAlert } from './own-alert.ts'

const alert = z.object({ alertId: z.uuid() })
const done = z.strictObject({
  action: z.string(asked('what-was-done')).trim().min(3, asked('what-was-done')).max(1000),
})

/** Alerts, one by one: there is no way to close several at once. */
export const alerts = new Hono<{ Variables: Variables }>()
  .get('/alerts', allow('owner', 'prescriber', 'nurse', 'front desk'), shape('query', alertsAsked), async (c) =>
    c.json(await listAlerts(c.var.ctx, c.req.valid('query'))),
  )
  .get('/alerts/count', allow('owner', 'prescriber', 'nurse', 'front desk'), async (c) => c.json(await countAlerts(c.var.ctx)))
  .get(
    '/alerts/export',
    allow('owner', 'prescriber', 'nurse', 'front desk'),
    shape('query', alertsAsked.pick({ state: true })),
    async (c) => answerCsv(c, 'alerts.csv', alertsHead, await exportAlerts(c.var.ctx, c.req.valid('query'))),
  )
  .post('/alerts/:alertId/own', allow('prescriber', 'nurse', 'front desk'), shape('param', alert), async (c) =>
    c.json(await ownAlert(c.var.ctx, c.req.valid('param'))),
  )
  .post('/alerts/:alertId/close', allow('prescriber', 'nurse'), shape('param', alert), shape('json', done), async (c) =>
    c.json(await closeAlert(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') })),
  )
