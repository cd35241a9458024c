import { asked, callNext, callOutcomes, dayOf, keysOf } from '@dripline/clinical'
import { Hono } from 'hono'
import { z } from 'zod'
import { allow, type Variables } from '../../platform/allow.ts'
import { answerCsv } from '../../platform/csv.ts'
import { shape } from '../../platform/shape.ts'
import { instant, place, wordsSent } from './booking-form.ts'
import { exportCallMeasures, LONGEST_RANGE, measuresHead, readCallMeasures } from './call-measures.ts'
import { callPage } from './call-page.ts'
import { answerShape } from './call-questions.ts'
import { callsOn } from './calls-on.ts'
import { missCall } from './close-appointment.ts'
import { endCall } from './end-call.ts'
import { enterAnswer } from './enter-answer.ts'
import { followCall, readFollow } from './follow-call.ts'
import { giveCall, keepCall } from './give-call.ts'
import { startCall, takeBackCall } from './start-call.ts'
import { takeCall } from './take-call.ts'

const appointmentId = shape('param', z.object({ appointmentId: z.uuid() }))
const speaks = allow('nurse', 'prescriber')
const outcomes = keysOf(callOutcomes)
const nexts = keysOf(callNext)

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
const giveShape = z.strictObject({
  to: z.uuid(asked('colleague-of-this-clinic')),
  note: z.string(asked('few-words')).trim().max(500).optional(),
})
const takeShape = z.strictObject({ from: z.uuid(asked('colleague-of-this-clinic')) })
const followShape = wordsSent.extend({ seen: z.string(asked('letter-that-was-read')).max(80, asked('letter-that-was-read')) })

const measured = allow('owner', 'prescriber', 'nurse', 'front desk')
const WEEKS = asked('1-to-53')
const FIRST_RANGE = 8
const rangeSent = z.coerce.number(WEEKS).int(WEEKS).min(1, WEEKS).max(LONGEST_RANGE, WEEKS).default(FIRST_RANGE)
const measuresSent = z.object({
  to: dayOf().optional(),
  weeks: rangeSent,
  clinicianId: z.uuid(asked('clinician')).optional(),
})

/** The calls of a day and of weeks, and one call: who speaks, what is said, how it ends, and the letter after it. */
export const calls = new Hono<{ Variables: Variables }>()
  .get(
    '/',
    allow('front desk', 'nurse', 'prescriber', 'owner'),
    shape('query', z.object({ day: dayOf().optional() })),
    async (c) => c.json(await callsOn(c.var.ctx, c.req.valid('query'))),
  )
  .get('/measures', measured, shape('query', measuresSent), async (c) =>
    c.json(await readCallMeasures(c.var.ctx, c.req.valid('query'))),
  )
  .get('/measures/export', measured, shape('query', measuresSent), async (c) =>
    answerCsv(c, 'calls-by-week.csv', measuresHead, await exportCallMeasures(c.var.ctx, c.req.valid('query'))),
  )
  .get('/:appointmentId', speaks, appointmentId, async (c) => c.json(await callPage(c.var.ctx, c.req.valid('param'))))
  .post('/:appointmentId/start', speaks, appointmentId, shape('json', startShape), async (c) =>
    c.json(await startCall(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )
  .post('/:appointmentId/take-back', speaks, appointmentId, async (c) =>
    c.json(await takeBackCall(c.var.ctx, c.req.valid('param'))),
  )
  .post('/:appointmentId/entries', speaks, appointmentId, shape('json', answerShape), async (c) =>
    c.json(await enterAnswer(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )
  .post('/:appointmentId/outcome', speaks, appointmentId, shape('json', outcomeShape), async (c) =>
    c.json(await endCall(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )
  .post('/:appointmentId/give', speaks, appointmentId, shape('json', giveShape), async (c) =>
    c.json(await giveCall(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') })),
  )
  .post('/:appointmentId/keep', speaks, appointmentId, async (c) => c.json(await keepCall(c.var.ctx, c.req.valid('param'))))
  .post('/:appointmentId/take', speaks, appointmentId, shape('json', takeShape), async (c) =>
    c.json(await takeCall(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') })),
  )
  .post('/:appointmentId/missed', allow('front desk', 'nurse', 'prescriber'), appointmentId, async (c) =>
    c.json(await missCall(c.var.ctx, c.req.valid('param'))),
  )
  .post('/:appointmentId/letter/read', speaks, appointmentId, shape('json', wordsSent), async (c) =>
    c.json(await readFollow(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') })),
  )
  .post('/:appointmentId/letter', speaks, appointmentId, shape('json', followShape), async (c) =>
    c.json(await followCall(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') })),
  )
