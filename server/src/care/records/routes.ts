import { Hono } from 'hono'
import { z } from 'zod'
import { allow, type Variables } from '../../platform/allow.ts'
import { inClinic } from '../../platform/context.ts'
import { answerCsv } from '../../platform/csv.ts'
import { sendLook } from '../../platform/send-look.ts'
import { shape } from '../../platform/shape.ts'
import { shows } from '../../platform/shown.ts'
import { countWaiting } from './count-waiting.ts'
import { exportPeople, peopleHead } from './export-people.ts'
import { keepApart } from './keep-apart.ts'
import { listPeople, listSent } from './list-people.ts'
import { mergeSent, undoSent } from './merge.ts'
import { mergePersons } from './merge-persons.ts'
import { readChart, readHeader } from './read-chart.ts'
import { readPair } from './read-pair.ts'
import { readUndo } from './read-undo.ts'
import { likelyPairs } from './store.ts'
import { undoMerge } from './undo-merge.ts'

const pair = z.object({ personId: z.uuid(), otherId: z.uuid() })
const person = z.object({ personId: z.uuid() })
const MOST_PAIRS = 50

/** The whole record of a person: made one of two, and two again. */
export const records = new Hono<{ Variables: Variables }>()
  .post('/people', allow('owner', 'prescriber', 'nurse', 'front desk'), shape('json', listSent), async (c) =>
    c.json(await listPeople(c.var.ctx, c.req.valid('json'))),
  )
  .get(
    '/people/export',
    allow('owner', 'prescriber', 'nurse', 'front desk'),
    shape('query', listSent.pick({ which: true, sort: true })),
    async (c) =>
      answerCsv(c, 'patients.csv', peopleHead, await exportPeople(c.var.ctx, { ...c.req.valid('query'), isTurned: false })),
  )
  .get('/people/:personId', allow('prescriber', 'nurse', 'front desk'), shape('param', person), async (c) =>
    sendLook(c, await readChart(c.var.ctx, c.req.valid('param').personId)),
  )
  .get('/people/:personId/header', allow('prescriber', 'nurse', 'front desk'), shape('param', person), async (c) =>
    c.json(await readHeader(c.var.ctx, c.req.valid('param').personId)),
  )
  .get('/waiting', allow('owner', 'prescriber', 'nurse', 'front desk'), async (c) => c.json(await countWaiting(c.var.ctx)))
  .get('/pairs', allow('prescriber', 'nurse', 'front desk'), async (c) =>
    c.json(
      await inClinic(c.var.ctx, 'read-pairs', async (tx) => {
        const pairs = await likelyPairs(tx, MOST_PAIRS)
        const both = pairs.flatMap(({ personId, otherId }) => [personId, otherId])
        return shows(both, { pairs })
      }),
    ),
  )
  .get('/pairs/:personId/:otherId', allow('prescriber', 'nurse', 'front desk'), shape('param', pair), async (c) => {
    const { personId, otherId } = c.req.valid('param')
    return c.json(await readPair(c.var.ctx, personId, otherId))
  })
  .post('/pairs/:personId/:otherId/apart', allow('prescriber', 'nurse', 'front desk'), shape('param', pair), async (c) =>
    c.json(await keepApart(c.var.ctx, c.req.valid('param'))),
  )
  .post('/merge', allow('prescriber', 'nurse', 'front desk'), shape('json', mergeSent), async (c) =>
    c.json(await mergePersons(c.var.ctx, c.req.valid('json'))),
  )
  .get(
    '/merges/:mergeId',
    allow('prescriber', 'nurse', 'front desk'),
    shape('param', z.object({ mergeId: z.uuid() })),
    async (c) => c.json(await readUndo(c.var.ctx, c.req.valid('param').mergeId)),
  )
  .post('/merge/undo', allow('prescriber', 'nurse', 'front desk'), shape('json', undoSent), async (c) =>
    c.json(await undoMerge(c.var.ctx, c.req.valid('json'))),
  )
