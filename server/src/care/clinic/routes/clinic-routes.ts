import { asked } from '@dripline/clinical'
import { Hono } from 'hono'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { allow, type Variables } from '../../../platform/allow.ts'
import { type Ctx, inClinic } from '../../../platform/context.ts'
import { answerCsv } from '../../../platform/csv.ts'
import { shape } from '../../../platform/shape.ts'
import { showsNobody } from '../../../platform/shown.ts'
import { addChair } from '../add-chair.ts'
import { endAbsence } from '../end-absence.ts'
import { exportLetters, lettersHead, mailboxAsked, mailOf, readMailbox } from '../read-mailbox.ts'
import { reopenDay } from '../reopen-day.ts'
import { absencesFrom, chairs, clinicSettings, closures } from '../store.ts'

const name = z.string(asked('name')).trim().min(1, asked('name')).max(40)

const readClinic = (ctx: Ctx) =>
  inClinic(ctx, 'read-clinic', async (tx) => {
    const clinic = await clinicSettings(tx)
    const today = Temporal.Instant.fromEpochMilliseconds(ctx.now().getTime()).toZonedDateTimeISO(clinic.zone).toPlainDate()
    const shut = await closures(tx, today.toString())
    const absences = await absencesFrom(tx, today.toString())
    return showsNobody({ clinic, chairs: await chairs(tx), closures: shut, absences, mail: mailOf(ctx) })
  })

/** The clinic's own settings, read by everybody, and what touches no booking. */
export const clinicRoutes = new Hono<{ Variables: Variables }>()
  .get('/clinic', allow('owner', 'prescriber', 'nurse', 'front desk'), async (c) => c.json(await readClinic(c.var.ctx)))
  .post('/chairs', allow('owner'), shape('json', z.strictObject({ name })), async (c) =>
    c.json(await addChair(c.var.ctx, c.req.valid('json')), 201),
  )
  .post(
    '/closures/:closureId/reopen',
    allow('owner', 'front desk'),
    shape('param', z.object({ closureId: z.uuid() })),
    async (c) => c.json(await reopenDay(c.var.ctx, c.req.valid('param'))),
  )
  .post('/absences/:absenceId/end', allow('owner', 'front desk'), shape('param', z.object({ absenceId: z.uuid() })), async (c) =>
    c.json(await endAbsence(c.var.ctx, c.req.valid('param'))),
  )
  .get('/mailbox', allow('owner', 'front desk'), shape('query', mailboxAsked), async (c) =>
    c.json(await readMailbox(c.var.ctx, c.req.valid('query'))),
  )
  .get('/mailbox/export', allow('owner', 'front desk'), shape('query', mailboxAsked.omit({ page: true })), async (c) =>
    answerCsv(c, 'letters.csv', lettersHead, await exportLetters(c.var.ctx, c.req.valid('query'))),
  )
