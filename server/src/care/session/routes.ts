import { amountMeasures, amountOf, asked, dayOf, decimalOf, wordsOf } from '@dripline/clinical'
import { Hono } from 'hono'
import { z } from 'zod'
import { allow, type Variables } from '../../platform/allow.ts'
import { sendLook } from '../../platform/send-look.ts'
import { shape } from '../../platform/shape.ts'
import { safetyFirst } from '../screening/safety-first.ts'
import { answerMark } from './answer-mark.ts'
import { answerOffer } from './answer-offer.ts'
import { arrive } from './arrive.ts'
import { changeRate, resume } from './change-rate.ts'
import { amendEntry, chartEntry } from './chart-entry.ts'
import { checkIn, safetyAtChair } from './check-in.ts'
import { cancelVisit, discharge } from './discharge.ts'
import { actSent, doAct } from './do-act.ts'
import { drawUp } from './draw-up.ts'
import { openCheck, takeReadingBack } from './give-reading.ts'
import { glance } from './glance.ts'
import { handOver } from './hand-over.ts'
import { overrideDischarge } from './override-discharge.ts'
import { pumpFound } from './pump-found.ts'
import { readCheck } from './read-check.ts'
import { readColleagues } from './read-colleagues.ts'
import { readRecord } from './read-record.ts'
import { readRoom } from './read-room.ts'
import { lookAtVisit } from './read-visit.ts'
import { readVisitsOf } from './read-visits-of.ts'
import { confirmOrder, sendBack } from './send-back.ts'
import {
  amendmentSent,
  checkInSent,
  entrySent,
  happened,
  overrideSent,
  pumpTotalSent,
  readingSent,
  wasteReadingSent,
} from './session.ts'
import { startInfusion } from './start-infusion.ts'
import { pauseInfusion, readPumpTotal, stopInfusion } from './stop-infusion.ts'
import { takeBackEntry, takeBackVisit } from './take-back.ts'
import { takeOver } from './take-over.ts'
import { readWaste, wasteRemainder } from './waste-remainder.ts'

const id = z.uuid(asked('id-on-record'))
const words = wordsOf({ expected: asked('some-words'), most: 1000 })
const rate = amountOf(amountMeasures.mlPerHour)
// What a pump is found at may be nothing.
const found = z.union([z.literal('0'), rate])

const visit = shape('param', z.object({ sessionId: id }))
const entry = shape('param', z.object({ sessionId: id, eventId: id }))
const takeBackSent = z.strictObject({ reason: words, chairId: id.nullable() })
const justWhen = shape('json', z.strictObject(happened))
const nothing = shape('json', z.strictObject({}))
const stopping = shape(
  'json',
  z.strictObject({ ...happened, reason: words, totalMl: decimalOf(amountMeasures.ml).nullable().optional() }),
)
const reasoned = shape('json', z.strictObject({ ...happened, reason: words }))

const chairSafety = safetyFirst(
  (body) => body,
  (c, answers) => safetyAtChair(c.var.ctx, c.req.param('sessionId') ?? '', answers),
)

/** One infusion visit. */
export const session = new Hono<{ Variables: Variables }>()
  .get('/glance', allow('nurse', 'prescriber', 'front desk', 'owner'), async (c) => c.json(await glance(c.var.ctx)))
  .get(
    '/room',
    allow('nurse', 'prescriber', 'front desk', 'owner'),
    shape('query', z.object({ day: dayOf().optional() })),
    async (c) => sendLook(c, await readRoom(c.var.ctx, c.req.valid('query').day ?? null)),
  )

  .get('/colleagues', allow('nurse', 'prescriber'), async (c) => c.json(await readColleagues(c.var.ctx)))

  .get(
    '/people/:personId',
    allow('nurse', 'prescriber'),
    shape('param', z.object({ personId: id })),
    shape('query', z.object({ before: z.iso.datetime({ offset: true }).optional() })),
    async (c) => c.json(await readVisitsOf(c.var.ctx, c.req.valid('param').personId, c.req.valid('query').before ?? null)),
  )

  .get('/:sessionId/record', allow('nurse', 'prescriber'), visit, async (c) =>
    c.json(await readRecord(c.var.ctx, c.req.valid('param').sessionId)),
  )

  .get(
    '/:sessionId',
    allow('nurse', 'prescriber'),
    visit,
    shape('query', z.object({ known: z.string().max(60).optional() })),
    async (c) => sendLook(c, await lookAtVisit(c.var.ctx, c.req.valid('param').sessionId, c.req.valid('query').known ?? null)),
  )

  .post('/arrivals', allow('nurse', 'front desk'), shape('json', z.strictObject({ appointmentId: id })), async (c) =>
    c.json(await arrive(c.var.ctx, c.req.valid('json')), 201),
  )

  .post('/:sessionId/check-in', allow('nurse'), visit, chairSafety, shape('json', checkInSent), async (c) =>
    c.json(await checkIn(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )

  .post('/:sessionId/readings', allow('nurse', 'prescriber'), visit, shape('json', readingSent), async (c) =>
    c.json(await readCheck(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )

  .post('/:sessionId/readings/take-back', allow('nurse', 'prescriber'), visit, nothing, async (c) =>
    c.json(await takeReadingBack(c.var.ctx, c.req.valid('param')), 201),
  )

  .post('/:sessionId/readings/open', allow('nurse', 'prescriber'), visit, nothing, async (c) =>
    c.json(await openCheck(c.var.ctx, c.req.valid('param')), 201),
  )

  .post('/:sessionId/acts', allow('nurse', 'prescriber'), visit, shape('json', actSent), async (c) =>
    c.json(await doAct(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )

  .post('/:sessionId/draw-up', allow('nurse', 'prescriber'), visit, nothing, async (c) =>
    c.json(await drawUp(c.var.ctx, c.req.valid('param')), 201),
  )

  .post('/:sessionId/return', allow('nurse', 'prescriber'), visit, shape('json', z.strictObject({ reason: words })), async (c) =>
    c.json(await sendBack(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )

  .post('/:sessionId/confirm-order', allow('prescriber'), visit, shape('json', z.strictObject({ reason: words })), async (c) =>
    c.json(await confirmOrder(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )

  .post('/:sessionId/start', allow('nurse'), visit, justWhen, async (c) =>
    c.json(await startInfusion(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )

  .post(
    '/:sessionId/rate',
    allow('nurse'),
    visit,
    shape('json', z.strictObject({ ...happened, rateMlPerHour: rate, reason: words })),
    async (c) => c.json(await changeRate(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )

  .post(
    '/:sessionId/pump-found',
    allow('nurse', 'prescriber'),
    visit,
    shape('json', z.strictObject({ ...happened, rateMlPerHour: found, note: words.nullable().default(null) })),
    async (c) => c.json(await pumpFound(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )

  .post(
    '/:sessionId/answer',
    allow('nurse', 'prescriber'),
    visit,
    shape('json', z.strictObject({ about: id, text: words, does: z.enum(['note', 'pause', 'stop']).default('note') })),
    async (c) => c.json(await answerMark(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )

  .post('/:sessionId/pause', allow('nurse'), visit, reasoned, async (c) =>
    c.json(await pauseInfusion(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )

  .post(
    '/:sessionId/resume',
    allow('nurse'),
    visit,
    shape('json', z.strictObject({ ...happened, rateMlPerHour: rate })),
    async (c) => c.json(await resume(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )

  .post('/:sessionId/stop', allow('nurse', 'prescriber'), visit, stopping, async (c) =>
    c.json(await stopInfusion(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )

  .post('/:sessionId/pump-total', allow('nurse', 'prescriber'), visit, shape('json', pumpTotalSent), async (c) =>
    c.json(await readPumpTotal(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )

  .post('/:sessionId/waste-readings', allow('nurse', 'prescriber'), visit, shape('json', wasteReadingSent), async (c) =>
    c.json(await readWaste(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )

  .post('/:sessionId/waste', allow('nurse', 'prescriber'), visit, nothing, async (c) =>
    c.json(await wasteRemainder(c.var.ctx, c.req.valid('param')), 201),
  )

  .post('/:sessionId/entries', allow('nurse', 'prescriber'), visit, shape('json', entrySent), async (c) =>
    c.json(await chartEntry(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )

  .post('/:sessionId/entries/:eventId/amendment', allow('nurse', 'prescriber'), entry, shape('json', amendmentSent), async (c) =>
    c.json(await amendEntry(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )

  .post('/:sessionId/take-over', allow('nurse', 'prescriber'), visit, shape('json', z.strictObject({})), async (c) =>
    c.json(await takeOver(c.var.ctx, c.req.valid('param')), 201),
  )

  .post(
    '/:sessionId/hand-over',
    allow('nurse', 'prescriber'),
    visit,
    shape('json', z.strictObject({ to: id, report: words.nullable() })),
    async (c) => c.json(await handOver(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )

  .post('/:sessionId/entries/:eventId/take-back', allow('nurse', 'prescriber'), entry, shape('json', takeBackSent), async (c) =>
    c.json(await takeBackEntry(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )

  .post('/:sessionId/take-back', allow('nurse', 'prescriber'), visit, shape('json', takeBackSent), async (c) =>
    c.json(await takeBackVisit(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )

  .post(
    '/:sessionId/offers/:offerId',
    allow('nurse', 'prescriber'),
    shape('param', z.object({ sessionId: id, offerId: id })),
    shape('json', z.strictObject({ isTheirs: z.boolean() })),
    async (c) => c.json(await answerOffer(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )

  .post('/:sessionId/override', allow('nurse', 'prescriber'), visit, shape('json', overrideSent), async (c) =>
    c.json(await overrideDischarge(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )

  .post('/:sessionId/discharge', allow('nurse'), visit, shape('json', z.strictObject({})), async (c) =>
    c.json(await discharge(c.var.ctx, c.req.valid('param')), 201),
  )

  .post(
    '/:sessionId/cancellation',
    allow('nurse', 'prescriber'),
    visit,
    shape('json', z.strictObject({ reason: words })),
    async (c) => c.json(await cancelVisit(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )
