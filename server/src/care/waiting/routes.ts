import { asked, waitingServices } from '@dripline/clinical'
import { Hono } from 'hono'
import { z } from 'zod'
import { allow, type Variables } from '../../platform/allow.ts'
import { shape } from '../../platform/shape.ts'
import { addToList } from './add-to-list.ts'
import { takeOffList } from './leave-list.ts'
import { readList, readWaitingOf } from './read-list.ts'
import { wishShape } from './wish-form.ts'

const staffed = allow('front desk', 'nurse', 'prescriber')
const person = shape('param', z.object({ personId: z.uuid(asked('id-on-record')) }))
const place = shape('param', z.object({ waitingId: z.uuid(asked('id-on-record')) }))
const addSent = wishShape.extend({
  service: z.enum(waitingServices, asked('one-of-values', { values: waitingServices })),
  place: z.enum(['clinic', 'phone'], asked('at-clinic-or-by-phone')).optional(),
  orderId: z.uuid(asked('id-on-record')).optional(),
})

/** The waiting list as the staff see it. */
export const waiting = new Hono<{ Variables: Variables }>()
  .get('/list', allow('front desk', 'nurse', 'prescriber', 'owner'), async (c) => c.json(await readList(c.var.ctx)))
  .get('/persons/:personId', staffed, person, async (c) => c.json(await readWaitingOf(c.var.ctx, c.req.valid('param'))))
  .post('/persons/:personId', staffed, person, shape('json', addSent), async (c) =>
    c.json(await addToList(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )
  .post('/list/:waitingId/off', staffed, place, async (c) => c.json(await takeOffList(c.var.ctx, c.req.valid('param'))))
