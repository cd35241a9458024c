import { asked } from '@dripline/clinical'
import { Hono } from 'hono'
import { z } from 'zod'
import { allow, type Variables } from '../../platform/allow.ts'
import { answerCsv } from '../../platform/csv.ts'
import { seeMark } from '../../platform/link-mark.ts'
import { shape } from '../../platform/shape.ts'
import { fieldOf, safetyFirst } from '../screening/safety-first.ts'
import { answerByPhone, enterPhq9, item9ByPhone, safetyByLink, safetyByPhone } from './answer-assessment.ts'
import { answerSent, markedAnswer, phq9Sent } from './assessment.ts'
import { readRelief } from './read-relief.ts'
import { exportUnanswered, listUnanswered, unansweredAsked, unansweredHead, unansweredSent } from './read-unanswered.ts'
import { takeAnswer, takeSafety } from './take-answer.ts'

const id = z.uuid(asked('id-on-record'))

const question = (body: unknown) => ({ safetyQuestion: fieldOf(body, 'safetyQuestion') })
const linkSafety = safetyFirst(question, (c, { safetyQuestion }, body) => {
  const mark = fieldOf(body, 'mark')
  const sent = { safetyQuestion, ...(typeof mark === 'string' && { mark }) }
  return takeSafety(c.var.ctx, sent, () => safetyByLink(c.var.ctx, { safetyQuestion }))
})
const phoneSafety = safetyFirst(question, (c, { safetyQuestion }) =>
  safetyByPhone(c.var.ctx, { assessmentId: c.req.param('assessmentId') ?? '', safetyQuestion }),
)
const item9First = safetyFirst(
  (body) => ({ phq9Item9: fieldOf(body, 'item9') }),
  (c, { phq9Item9 = 0 }) => item9ByPhone(c.var.ctx, { assessmentId: c.req.param('assessmentId') ?? '', item9: phq9Item9 }),
)

/** What came after: follow-up, relief, responder. */
export const outcomes = new Hono<{ Variables: Variables }>()
  .get('/people/:personId/relief', allow('nurse', 'prescriber'), shape('param', z.object({ personId: id })), async (c) =>
    c.json(await readRelief(c.var.ctx, c.req.valid('param').personId)),
  )

  .get('/unanswered', allow('nurse', 'prescriber', 'front desk'), shape('query', unansweredAsked), async (c) =>
    c.json(await listUnanswered(c.var.ctx, c.req.valid('query'))),
  )
  .post('/unanswered', allow('nurse', 'prescriber', 'front desk'), shape('json', unansweredSent), async (c) =>
    c.json(await listUnanswered(c.var.ctx, c.req.valid('json'))),
  )
  .get('/unanswered/export', allow('nurse', 'prescriber', 'front desk'), async (c) =>
    answerCsv(c, 'follow-up.csv', unansweredHead, await exportUnanswered(c.var.ctx)),
  )

  .post(
    '/assessments/:assessmentId/answer',
    allow('nurse', 'prescriber', 'front desk'),
    shape('param', z.object({ assessmentId: id })),
    phoneSafety,
    shape('json', answerSent),
    async (c) => c.json(await answerByPhone(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )

  .post(
    '/assessments/:assessmentId/phq-9',
    allow('nurse', 'prescriber'),
    shape('param', z.object({ assessmentId: id })),
    item9First,
    shape('json', phq9Sent),
    async (c) => c.json(await enterPhq9(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )

/** What a tap on the patient's link sends when the page has script; the same page works without. */
export const checkInTaps = new Hono<{ Variables: Variables }>()
  .post('/l/:secret/check-in/answer', allow('link'), linkSafety, shape('json', markedAnswer), async (c) =>
    c.json(await takeAnswer(c.var.ctx, c.req.valid('json')), 201),
  )
  .get('/l/:secret/check-in/:mark{.+[.]css}', allow('link'), async (c) => {
    await seeMark(c.var.ctx, c.req.param('mark').replace(/[.]css$/, ''))
    return c.body('', 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'no-store' })
  })
