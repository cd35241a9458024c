import { asked } from '@dripline/clinical'
import { Hono } from 'hono'
import { z } from 'zod'
import { allow, type Variables } from '../../../platform/allow.ts'
import { shape } from '../../../platform/shape.ts'
import { askPrescriber } from './ask-prescriber.ts'
import { chartEmergency } from './chart-emergency.ts'
import { giveControlled } from './give-controlled.ts'
import { giveDrug } from './give-drug.ts'
import { readDose } from './read-dose.ts'
import { readDrugs } from './read-drugs.ts'
import {
  askSent,
  controlledSent,
  doseReadingSent,
  doseSent,
  emergencySent,
  lineSent,
  orderAfterSent,
  vialNamedSent,
} from './sent.ts'
import { nameVial, signAfterwards } from './settle-drug.ts'
import { signLine } from './sign-line.ts'

const visit = shape('param', z.object({ sessionId: z.uuid(asked('id-on-record')) }))

/** Drugs that are given in the chair beside the infusion. */
export const drugsAtTheChair = new Hono<{ Variables: Variables }>()
  .get('/:sessionId/drugs', allow('nurse', 'prescriber'), visit, async (c) =>
    c.json(await readDrugs(c.var.ctx, c.req.valid('param').sessionId)),
  )
  .post('/:sessionId/drugs', allow('nurse', 'prescriber'), visit, shape('json', doseSent), async (c) =>
    c.json(await giveDrug(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )
  .post('/:sessionId/dose-readings', allow('nurse', 'prescriber'), visit, shape('json', doseReadingSent), async (c) =>
    c.json(await readDose(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )
  .post('/:sessionId/controlled-drugs', allow('nurse', 'prescriber'), visit, shape('json', controlledSent), async (c) =>
    c.json(await giveControlled(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )
  .post('/:sessionId/emergency-drugs', allow('nurse', 'prescriber'), visit, shape('json', emergencySent), async (c) =>
    c.json(await chartEmergency(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )
  .post('/:sessionId/ask-prescriber', allow('nurse', 'prescriber'), visit, shape('json', askSent), async (c) =>
    c.json(await askPrescriber(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )
  .post('/:sessionId/as-needed-lines', allow('prescriber'), visit, shape('json', lineSent), async (c) =>
    c.json(await signLine(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )
  .post('/:sessionId/emergency-vial', allow('nurse', 'prescriber'), visit, shape('json', vialNamedSent), async (c) =>
    c.json(await nameVial(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )
  .post('/:sessionId/emergency-order', allow('prescriber'), visit, shape('json', orderAfterSent), async (c) =>
    c.json(await signAfterwards(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )
