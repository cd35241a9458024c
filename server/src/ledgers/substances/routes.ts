import { amountMeasures, amountOf, asked, countOf, dayOf, decimalOf, wordsOf } from '@dripline/clinical'
import { Hono } from 'hono'
import { z } from 'zod'
import { allow, type Variables } from '../../platform/allow.ts'
import { type Ctx, inClinic, staffOf } from '../../platform/context.ts'
import { shape } from '../../platform/shape.ts'
import { shows, showsNobody } from '../../platform/shown.ts'
import { bookOfDay, countFor } from './book.ts'
import { callOffCount } from './call-off-count.ts'
import { closeDiscrepancy } from './close-discrepancy.ts'
import { correctLine } from './correct-line.ts'
import { emptyVial } from './empty-vial.ts'
import { enterCount } from './enter-count.ts'
import { openNewCount } from './open-count.ts'
import { ownDiscrepancy } from './own-discrepancy.ts'
import { receiveVials } from './receive-vials.ts'
import { vialsInSafe } from './store.ts'

const { mg, ml, mgPerMl } = amountMeasures
const words = (expected: string, most = 500) => wordsOf({ expected, most })
const proof = z.string(asked('second-persons-proof')).min(1, asked('second-persons-proof'))
const day = dayOf()

const vialsShape = z.strictObject({
  drugId: z.string(asked('drug-of-list')).min(1, asked('drug-of-list')).max(60, asked('drug-of-list')),
  lot: words(asked('lot-as-printed-on-vial'), 40),
  mgPerMl: amountOf(mgPerMl),
  volumeMl: amountOf(ml),
  expiresOn: day,
  vials: countOf('vials', 1, 200),
  invoice: z.string().trim().max(60),
  proof,
})
const correctionShape = z.strictObject({
  ml: decimalOf(ml),
  mg: decimalOf(mg),
  note: words(asked('why-line-was-wrong')),
  proof,
})
const emptyShape = z.strictObject({
  way: z.enum(['wasted', 'returned'], asked('wasted-or-returned')),
  note: words(asked('what-was-done-with-it')),
  proof,
})
const countShape = z.strictObject({
  sealed: countOf('sealed vials', 0, 5000),
  opened: z.array(z.strictObject({ vialId: z.uuid(), ml: decimalOf(ml) })).max(200),
})
const line = z.object({ lineId: z.uuid() })
const vial = z.object({ vialId: z.uuid() })
const count = z.object({ countId: z.uuid() })
const discrepancy = z.object({ discrepancyId: z.uuid() })

const readBook = (ctx: Ctx, day: string | undefined) =>
  inClinic(ctx, 'read-drug-book', async (tx) => {
    const book = await bookOfDay(ctx, tx, day)
    const whom = [...book.lines, ...book.withoutVial, ...book.openInSessions].flatMap(({ personId }) => personId ?? [])
    return shows(whom, book)
  })

/** The controlled-drug book. */
export const substances = new Hono<{ Variables: Variables }>()
  .get('/book', allow('owner', 'prescriber', 'nurse'), shape('query', z.object({ day: day.optional() })), async (c) =>
    c.json(await readBook(c.var.ctx, c.req.valid('query').day)),
  )
  .get('/vials', allow('owner', 'prescriber', 'nurse'), async (c) =>
    c.json(await inClinic(c.var.ctx, 'read-safe', async (tx) => showsNobody(await vialsInSafe(tx)))),
  )
  .post('/receipts', allow('owner', 'prescriber', 'nurse'), shape('json', vialsShape), async (c) =>
    c.json(await receiveVials(c.var.ctx, c.req.valid('json')), 201),
  )
  .post('/lines/:lineId/correct', allow('prescriber', 'nurse'), shape('param', line), shape('json', correctionShape), async (c) =>
    c.json(await correctLine(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )
  .post('/vials/:vialId/empty', allow('prescriber', 'nurse'), shape('param', vial), shape('json', emptyShape), async (c) =>
    c.json(await emptyVial(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )
  .get('/count', allow('owner', 'prescriber', 'nurse'), async (c) =>
    c.json(await inClinic(c.var.ctx, 'read-count', async (tx) => showsNobody(await countFor(tx, staffOf(c.var.ctx).id)))),
  )
  .post('/count', allow('owner', 'prescriber', 'nurse'), async (c) => c.json(await openNewCount(c.var.ctx), 201))
  .post(
    '/count/:countId/entries',
    allow('owner', 'prescriber', 'nurse'),
    shape('param', count),
    shape('json', countShape),
    async (c) => c.json(await enterCount(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )
  .post('/count/:countId/call-off', allow('owner', 'prescriber', 'nurse'), shape('param', count), async (c) =>
    c.json(await callOffCount(c.var.ctx, c.req.valid('param'))),
  )
  .post('/discrepancies/:discrepancyId/own', allow('owner', 'prescriber', 'nurse'), shape('param', discrepancy), async (c) =>
    c.json(await ownDiscrepancy(c.var.ctx, c.req.valid('param'))),
  )
  .post(
    '/discrepancies/:discrepancyId/close',
    allow('owner', 'prescriber', 'nurse'),
    shape('param', discrepancy),
    shape('json', z.strictObject({ action: words(asked('what-was-found-and-done')) })),
    async (c) => c.json(await closeDiscrepancy(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') })),
  )
