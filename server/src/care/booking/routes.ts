import { type CallOutcome, callOutcomes, dayOf } from '@dripline/clinical'
import { Hono } from 'hono'
import { z } from 'zod'
import { allow, type Variables } from '../../platform/allow.ts'
import { inClinic } from '../../platform/context.ts'
import { limited } from '../../platform/rate-limit.ts'
import { shape } from '../../platform/shape.ts'
import { bookCall } from './book-call.ts'
import { bookingShape, moveShape, stateCode, zoneName } from './booking-form.ts'
import { callPage } from './call-page.ts'
import { answerShape } from './call-questions.ts'
import { callsOn } from './calls-on.ts'
import { cancelCall } from './cancel-appointment.ts'
import { missCall } from './close-appointment.ts'
import { endCall } from './end-call.ts'
import { enterAnswer } from './enter-answer.ts'
import { moveAppointment } from './move-appointment.ts'
import { offeredSlots } from './offered-slots.ts'
import { startCall } from './start-call.ts'

const appointmentId = shape('param', z.object({ appointmentId: z.uuid() }))
const outcomes = Object.keys(callOutcomes) as CallOutcome[]
const outcomeShape = z.strictObject({
  outcome: z.enum(outcomes, `one of ${outcomes.join(', ')}`),
  nextStep: z.string('what happens next').trim().min(1, 'what happens next').max(500, 'at most 500 letters'),
})

/** Times, appointments and the call. */
export const booking = new Hono<{ Variables: Variables }>()
  .get('/slots', allow('anyone'), shape('query', z.object({ state: stateCode, zone: zoneName })), async (c) => {
    const { state, zone } = c.req.valid('query')
    const { ctx } = c.var
    return c.json(await inClinic(ctx, 'see-times', (tx) => offeredSlots(ctx, tx, { state, viewZone: zone })))
  })
  .post('/appointments', allow('anyone'), limited('booking'), shape('json', bookingShape), async (c) =>
    c.json(await bookCall(c.var.ctx, c.req.valid('json')), 201),
  )
  .post(
    '/appointments/:appointmentId/move',
    allow('front desk', 'nurse', 'prescriber'),
    appointmentId,
    shape('json', moveShape),
    async (c) => c.json(await moveAppointment(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') })),
  )
  .post('/appointments/:appointmentId/cancel', allow('front desk', 'nurse', 'prescriber'), appointmentId, async (c) =>
    c.json(await cancelCall(c.var.ctx, c.req.valid('param'))),
  )
  .get(
    '/calls',
    allow('front desk', 'nurse', 'prescriber', 'owner'),
    shape('query', z.object({ day: dayOf().optional() })),
    async (c) => c.json(await callsOn(c.var.ctx, c.req.valid('query'))),
  )
  .get('/calls/:appointmentId', allow('nurse', 'prescriber'), appointmentId, async (c) =>
    c.json(await callPage(c.var.ctx, c.req.valid('param'))),
  )
  .post('/calls/:appointmentId/start', allow('nurse', 'prescriber'), appointmentId, async (c) =>
    c.json(await startCall(c.var.ctx, c.req.valid('param')), 201),
  )
  .post('/calls/:appointmentId/entries', allow('nurse', 'prescriber'), appointmentId, shape('json', answerShape), async (c) =>
    c.json(await enterAnswer(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )
  .post('/calls/:appointmentId/outcome', allow('nurse', 'prescriber'), appointmentId, shape('json', outcomeShape), async (c) =>
    c.json(await endCall(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )
  .post('/calls/:appointmentId/missed', allow('front desk', 'nurse', 'prescriber'), appointmentId, async (c) =>
    c.json(await missCall(c.var.ctx, c.req.valid('param'))),
  )
