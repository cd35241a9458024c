import { asked, dayOf } from '@dripline/clinical'
import { Hono } from 'hono'
import { z } from 'zod'
import { allow, type Variables } from '../../platform/allow.ts'
import { answerCsv } from '../../platform/csv.ts'
import { shape } from '../../platform/shape.ts'
import { moveSent, placed, placeSent, tellSent } from '../booking/booking-form.ts'
import { callOffVisit, missVisit } from './call-off-visit.ts'
import { holdVisit, moveVisit } from './move-visit.ts'
import { deskHead, exportDesk, readDesk } from './read-desk.ts'

const appointment = shape('param', z.object({ appointmentId: z.uuid(asked('id-on-record')) }))
const staffed = allow('front desk', 'nurse', 'prescriber')
const days = shape(
  'query',
  z.object({
    from: dayOf().optional(),
    days: z.coerce.number(asked('1-to-14')).int(asked('1-to-14')).min(1, asked('1-to-14')).max(14, asked('1-to-14')).default(1),
  }),
)

/** The desk, and what it does with infusion visits that nobody has arrived for. */
export const deskRoutes = new Hono<{ Variables: Variables }>()
  .get('/desk', allow('nurse', 'prescriber', 'front desk', 'owner'), days, async (c) =>
    c.json(await readDesk(c.var.ctx, c.req.valid('query'))),
  )
  .get('/desk/export', allow('nurse', 'prescriber', 'front desk', 'owner'), days, async (c) =>
    answerCsv(c, 'appointments.csv', deskHead, await exportDesk(c.var.ctx, c.req.valid('query'))),
  )
  .post('/visits/:appointmentId/hold', staffed, appointment, shape('json', placeSent), async (c) =>
    c.json(await holdVisit(c.var.ctx, { ...c.req.valid('param'), ...placed(c.req.valid('json')) }), 201),
  )
  .post('/visits/:appointmentId/move', staffed, appointment, shape('json', moveSent), async (c) =>
    c.json(await moveVisit(c.var.ctx, { ...c.req.valid('param'), ...placed(c.req.valid('json')) })),
  )
  .post('/visits/:appointmentId/cancel', staffed, appointment, shape('json', tellSent), async (c) =>
    c.json(await callOffVisit(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') })),
  )
  .post('/visits/:appointmentId/missed', staffed, appointment, async (c) =>
    c.json(await missVisit(c.var.ctx, c.req.valid('param'))),
  )
