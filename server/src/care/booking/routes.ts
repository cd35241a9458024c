import { asked, type DayOfSlots } from '@dripline/clinical'
import { Hono, type TypedResponse } from 'hono'
import { z } from 'zod'
import { allow, type Variables } from '../../platform/allow.ts'
import { limited } from '../../platform/rate-limit.ts'
import { shape } from '../../platform/shape.ts'
import { bookCall } from './book-call.ts'
import { bookForPerson } from './book-for-person.ts'
import {
  bookingShape,
  instant,
  moveSent,
  place,
  placed,
  placeSent,
  stateCode,
  tellSent,
  wordsSent,
  zoneName,
} from './booking-form.ts'
import { calls } from './call-routes.ts'
import { cancelCall, readCancel } from './cancel-appointment.ts'
import { keepEvaluation } from './close-appointment.ts'
import { holdTime, releaseTime } from './hold-time.ts'
import { timesIn } from './kept-times.ts'
import { chooseLetters, letterKinds } from './letter-choice.ts'
import { moveAppointment } from './move-appointment.ts'
import { offeredTo } from './offered-to.ts'
import { previewFace, previewShape } from './preview-face.ts'

const appointmentId = shape('param', z.object({ appointmentId: z.uuid() }))
const staffed = allow('front desk', 'nurse', 'prescriber')
const person = shape('param', z.object({ personId: z.uuid() }))
const bookSent = z.strictObject({
  kind: z.enum(['call', 'evaluation'], asked('call-or-evaluation')),
  place: place.optional(),
  start: instant,
  clinicianId: z.uuid(asked('clinician')).optional(),
})
const timesAsked = z.object({ kind: z.enum(['call', 'evaluation'], asked('call-or-evaluation')), place: place.default('clinic') })
const letterSent = z.strictObject({
  kind: z.enum(letterKinds, asked('one-of-values', { values: letterKinds })),
  isWanted: z.boolean(asked('yes-or-no')),
})

/** Times, appointments and the calls. */
export const booking = new Hono<{ Variables: Variables }>()
  .get('/slots', allow('anyone'), shape('query', z.object({ state: stateCode, zone: zoneName })), async (c) => {
    const { state, zone } = c.req.valid('query')
    const { text } = await timesIn(c.var.ctx, { state, viewZone: zone })
    const said: Response = c.body(text, 200, { 'content-type': 'application/json' })
    return said as Response & TypedResponse<DayOfSlots[], 200, 'json'>
  })
  .post('/appointments', allow('anyone'), limited('booking without sum'), shape('json', bookingShape), async (c) =>
    c.json(await bookCall(c.var.ctx, c.req.valid('json')), 201),
  )
  .post('/persons/:personId/appointments', staffed, person, shape('json', bookSent), async (c) =>
    c.json(await bookForPerson(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )
  .get('/persons/:personId/times', staffed, person, shape('query', timesAsked), async (c) =>
    c.json(await offeredTo(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('query') })),
  )
  .post('/persons/:personId/letters', staffed, person, shape('json', letterSent), async (c) =>
    c.json(await chooseLetters(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') })),
  )
  .post('/appointments/:appointmentId/hold', staffed, appointmentId, shape('json', placeSent), async (c) =>
    c.json(await holdTime(c.var.ctx, { ...c.req.valid('param'), ...placed(c.req.valid('json')) }), 201),
  )
  .post('/appointments/:appointmentId/release', staffed, appointmentId, async (c) =>
    c.json(await releaseTime(c.var.ctx, c.req.valid('param'))),
  )
  .post('/appointments/:appointmentId/move', staffed, appointmentId, shape('json', moveSent), async (c) =>
    c.json(await moveAppointment(c.var.ctx, { ...c.req.valid('param'), ...placed(c.req.valid('json')) })),
  )
  .post('/appointments/:appointmentId/cancel', staffed, appointmentId, shape('json', tellSent), async (c) =>
    c.json(await cancelCall(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') })),
  )
  .post('/appointments/:appointmentId/letter', staffed, appointmentId, shape('json', wordsSent), async (c) =>
    c.json(await readCancel(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') })),
  )
  .post('/appointments/:appointmentId/kept', staffed, appointmentId, async (c) =>
    c.json(await keepEvaluation(c.var.ctx, c.req.valid('param'))),
  )
  .post('/face-preview', allow('owner'), shape('json', previewShape), async (c) =>
    c.json(await previewFace(c, c.req.valid('json'))),
  )
  .route('/calls', calls)
