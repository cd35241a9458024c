import { asked, dayOf, Problem, rulesNotYetChecked } from '@dripline/clinical'
import { Hono } from 'hono'
import { z } from 'zod'
import { allow, type Variables } from '../../platform/allow.ts'
import { inClinic } from '../../platform/context.ts'
import { shape } from '../../platform/shape.ts'
import { shows } from '../../platform/shown.ts'
import { personOf } from '../people/store.ts'
import { askFor } from './ask-for.ts'
import { chartOf } from './chart-of.ts'
import { decide } from './decide.ts'
import { recordSafety } from './record-safety.ts'
import { fieldOf, safetyFirst } from './safety-first.ts'
import { saidAt, screenPerson } from './screen-person.ts'
import { answersSent, safetySent } from './screening.ts'
import { latestAnswers, requestsOf, screeningsOf } from './store.ts'

const person = shape('param', z.object({ personId: z.uuid(asked('id-on-record')) }))
const words = (most: number) => z.string().trim().min(1, asked('some-words')).max(most, asked('at-most-characters', { most }))

const decisionShape = z.strictObject({
  decision: z.enum(['accept', 'defer', 'decline'], asked('accept-defer-or-decline')),
  reason: words(2000),
  acknowledged: z.array(z.string()).max(100).default([]),
  overrides: z
    .array(z.strictObject({ rule: z.string(), reason: words(1000) }))
    .max(20)
    .default([]),
  mitigations: z
    .array(z.strictObject({ rule: z.string(), words: words(500) }))
    .max(40)
    .default([]),
  lookAgainOn: dayOf().optional(),
  proof: z.string().max(200).optional(),
})

const formSafety = safetyFirst(
  (body) => fieldOf(body, 'answers'),
  (c, answers, body) =>
    recordSafety(c.var.ctx, {
      personId: c.req.param('personId') ?? '',
      source: 'form',
      answers,
      at: saidAt(c.var.ctx, fieldOf(body, 'measuredAt')),
    }),
)

/** Answers, findings, the decision. */
export const screening = new Hono<{ Variables: Variables }>()
  .get('/people/:personId', allow('nurse', 'prescriber', 'front desk'), person, async (c) => {
    const { personId } = c.req.valid('param')
    const found = await inClinic(c.var.ctx, 'read-screenings', async (tx) => {
      const person = await personOf(tx, personId)
      if (!person) throw new Problem('not-found', { personId })
      const screenings = await screeningsOf(tx, personId)
      return shows([person.id, ...(person.mergedInto ? [person.mergedInto] : [])], {
        person,
        chart: await chartOf(tx, personId),
        answers: await latestAnswers(tx, personId),
        screenings,
        requests: await requestsOf(
          tx,
          screenings.map(({ id }) => id),
        ),
      })
    })
    return c.json({ ...found, notYetChecked: rulesNotYetChecked })
  })

  .post('/people/:personId/safety', allow('nurse', 'prescriber', 'front desk'), person, shape('json', safetySent), async (c) =>
    c.json(await recordSafety(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )

  .post(
    '/people/:personId',
    allow('nurse', 'prescriber', 'front desk'),
    person,
    formSafety,
    shape('json', answersSent),
    async (c) => c.json(await screenPerson(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )

  .post(
    '/:screeningId/requests',
    allow('nurse', 'prescriber'),
    shape('param', z.object({ screeningId: z.uuid(asked('id-on-record')) })),
    shape('json', z.strictObject({ rule: z.string(asked('finding')).min(1, asked('finding')).max(80, asked('finding')) })),
    async (c) => c.json(await askFor(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )

  .post(
    '/:screeningId/decision',
    allow('prescriber'),
    shape('param', z.object({ screeningId: z.uuid(asked('id-on-record')) })),
    shape('json', decisionShape),
    async (c) => c.json(await decide(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )
