import { asked } from '@dripline/clinical'
import { Hono } from 'hono'
import { z } from 'zod'
import { allow, type Variables } from '../../platform/allow.ts'
import { shape } from '../../platform/shape.ts'
import { askEstimate, handEstimate } from './make-estimates.ts'
import { readEstimate, readEstimates, readEstimatesOf } from './read-estimates.ts'

const staffed = allow('front desk', 'nurse', 'prescriber')
const person = shape('param', z.object({ personId: z.uuid() }))
const of = shape('param', z.object({ estimateId: z.uuid() }))
const LONGEST = 40
const askSent = z.strictObject({
  lines: z
    .array(
      z.strictObject({
        lineId: z.string(asked('line-with-price')).max(60, asked('line-with-price')),
        count: z.int(asked('whole-number')).min(1, asked('at-least-1')).max(LONGEST, asked('whole-number')),
      }),
    )
    .max(20, asked('line-with-price')),
})

/** Good-faith estimates: what is due, every version of somebody's, one on paper, and one that is asked for. */
export const estimateRoutes = new Hono<{ Variables: Variables }>()
  .get('/estimates', staffed, async (c) => c.json(await readEstimates(c.var.ctx)))
  .get('/estimates/:estimateId', staffed, of, async (c) => c.json(await readEstimate(c.var.ctx, c.req.valid('param'))))
  .post('/estimates/:estimateId/handed', staffed, of, async (c) => c.json(await handEstimate(c.var.ctx, c.req.valid('param'))))
  .get('/persons/:personId/estimates', staffed, person, async (c) =>
    c.json(await readEstimatesOf(c.var.ctx, c.req.valid('param'))),
  )
  .post('/persons/:personId/estimates', staffed, person, shape('json', askSent), async (c) =>
    c.json(await askEstimate(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )
