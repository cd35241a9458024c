import { asked, callNext, callOutcomes, type DayOfSlots, dayOf, keysOf } from '@dripline/clinical'
import { Hono, type TypedResponse } from 'hono'
import { z } from 'zod'
import { allow, type Variables } from '../../platform/allow.ts'
import { limited } from '../../platform/rate-limit.ts'
import { shape } from '../../platform/shape.ts'
import { bookCall } from './book-call.ts'
import { bookForPerson } from './book-for-person.ts'
import { bookingShape, instant, placed, placeSent, stateCode, tellSent, zoneName } from './booking-form.ts'
import { callPage } from './call-page.ts'
import { answerShape } from './call-questions.ts'
import { callsOn } from './calls-on.ts'
import { cancelCall } from './cancel-appointment.ts'
import { keepEvaluation, missCall } from './close-appointment.ts'
import { endCall } from './end-call.ts'
import { enterAnswer } from './enter-answer.ts'
import { holdTime, releaseTime } from './hold-time.ts'
import { timesIn } from './kept-times.ts'
import { chooseLetters, letterKinds } from './letter-choice.ts'
import { moveAppointment } from './move-appointment.ts'
import { offeredTo } from './offered-to.ts'
import { previewFace, previewShape } from './preview-face.ts'
import { startCall, takeBackCall } from './start-call.ts'

const appointmentId = shape('param', z.object({ appointmentId: z.uuid() }))
const outcomes = keysOf(callOutcomes)
const nexts = keysOf(callNext)

const staffed = allow('front desk', 'nurse', 'prescriber')
const person = shape('param', z.object({ personId: z.uuid() }))
const place = z.enum(['clinic', 'phone'], asked('at-clinic-or-by-phone'))
const bookSent = z.strictObject({
  kind: z.enum(['call', 'evaluation'], asked('call-or-evaluation')),
  place: place.optional(),
  start: instant,
  clinicianId: z.uuid(asked('clinician')).optional(),
})
const outcomeShape = z.strictObject({
  outcome: z.enum(outcomes, asked('one-of-2', { outcomes })),
  next: z.enum(nexts, asked('what-happens-next-from-list')),
  note: z.string(asked('few-words')).trim().max(500).optional(),
  book: z
    .strictObject(
      { start: instant, place: place.optional(), clinicianId: z.uuid(asked('clinician')).optional() },
      asked('free-time'),
    )
    .optional(),
})
const startShape = z.strictObject({
  confirmed: z
    .array(z.enum(['early', 'late'], asked('early-or-late')))
    .max(2)
    .optional(),
})
const timesAsked = z.object({ kind: z.enum(['call', 'evaluation'], asked('call-or-evaluation')), place: place.default('clinic') })
const letterSent = z.strictObject({
  kind: z.enum(letterKinds, asked('one-of-values', { values: letterKinds })),
  isWanted: z.boolean(asked('yes-or-no')),
})

/** Times, appointments and the call. */
export const booking = new Hono<{ Variables: Variables }>()
  .get('/slots', allow('anyone'), shape('query', z.object({ state: stateCode, zone: zoneName })), async (c) => {
    const { state, zone } = c.req.valid('query')
    const { text } = await timesIn(c.var.ctx, { state, viewZone: zone })
    const said: Response = c.body(text, 200, { 'content-type': 'application/json' })
    return said as Response & TypedResponse<DayOfSlots[], 200, 'json'>
  })
  .post('/appointments', allow('anyone'), limited('booking'), shape('json', bookingShape), async (c) =>
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
  .post('/appointments/:appointmentId/move', staffed, appointmentId, shape('json', placeSent), async (c) =>
    c.json(await moveAppointment(c.var.ctx, { ...c.req.valid('param'), ...placed(c.req.valid('json')) })),
  )
  .post('/appointments/:appointmentId/cancel', staffed, appointmentId, shape('json', tellSent), async (c) =>
    c.json(await cancelCall(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') })),
  )
  .post('/appointments/:appointmentId/kept', staffed, appointmentId, async (c) =>
    c.json(await keepEvaluation(c.var.ctx, c.req.valid('param'))),
  )
  .get(
    '/calls',
    allow('front desk', 'nurse', 'prescriber', 'owner'),
    shape('query', z.object({ day: dayOf().optional() })),
    async (c) => c.json(await callsOn(c.var.ctx, c.req.valid('query'))),
  )
  .post('/face-preview', allow('owner'), shape('json', previewShape), async (c) =>
    c.json(await previewFace(c, c.req.valid('json'))),
  )
  .get('/calls/:appointmentId', allow('nurse', 'prescriber'), appointmentId, async (c) =>
    c.json(await callPage(c.var.ctx, c.req.valid('param'))),
  )
  .post('/calls/:appointmentId/start', allow('nurse', 'prescriber'), appointmentId, shape('json', startShape), async (c) =>
    c.json(await startCall(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )
  .post('/calls/:appointmentId/take-back', allow('nurse', 'prescriber'), appointmentId, async (c) =>
    c.json(await takeBackCall(c.var.ctx, c.req.valid('param'))),
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
