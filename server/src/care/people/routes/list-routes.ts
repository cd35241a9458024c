import { asked } from '@dripline/clinical'
import { Hono } from 'hono'
import { z } from 'zod'
import { allow, type Variables } from '../../../platform/allow.ts'
import { shape } from '../../../platform/shape.ts'
import { allergyShape, listNames, medicineShape, noteShape, problemShape } from '../chart-list.ts'
import { checkMedicines } from '../check-medicines.ts'
import { strikeEntry } from '../strike-entry.ts'
import { writeEntry } from '../write-entry.ts'

const person = z.object({ personId: z.uuid() })
const entryId = z.uuid(asked('entry')).optional()
const written = <T extends z.ZodType>(entry: T) => z.strictObject({ entry, entryId })
const struck = z.strictObject({
  list: z.enum(listNames, asked('problems-medicines-or-allergies')),
  entryId: z.uuid(asked('entry')),
  reason: z.string(asked('why-it-is')).trim().min(3, asked('why-it-is-struck')).max(300),
})

/** Problems, medicines and allergies: added, said anew, checked, struck. */
export const listRoutes = new Hono<{ Variables: Variables }>()
  .post(
    '/patients/:personId/problems',
    allow('prescriber', 'nurse'),
    shape('param', person),
    shape('json', written(problemShape)),
    async (c) => c.json(await writeEntry(c.var.ctx, { ...c.req.valid('param'), list: 'problems', ...c.req.valid('json') }), 201),
  )
  .post(
    '/patients/:personId/medicines',
    allow('prescriber', 'nurse', 'front desk'),
    shape('param', person),
    shape('json', written(medicineShape)),
    async (c) => c.json(await writeEntry(c.var.ctx, { ...c.req.valid('param'), list: 'medicines', ...c.req.valid('json') }), 201),
  )
  .post(
    '/patients/:personId/medicines/check',
    allow('prescriber', 'nurse'),
    shape('param', person),
    shape(
      'json',
      z.strictObject({
        entryIds: z
          .array(z.uuid(asked('entry')))
          .min(1, asked('at-least-one-medicine'))
          .max(200),
      }),
    ),
    async (c) => c.json(await checkMedicines(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') })),
  )
  .post(
    '/patients/:personId/allergies',
    allow('prescriber', 'nurse', 'front desk'),
    shape('param', person),
    shape('json', written(allergyShape)),
    async (c) => c.json(await writeEntry(c.var.ctx, { ...c.req.valid('param'), list: 'allergies', ...c.req.valid('json') }), 201),
  )
  .post(
    '/patients/:personId/notes',
    allow('prescriber', 'nurse', 'front desk'),
    shape('param', person),
    shape('json', written(noteShape)),
    async (c) => c.json(await writeEntry(c.var.ctx, { ...c.req.valid('param'), list: 'notes', ...c.req.valid('json') }), 201),
  )
  .post('/patients/:personId/strike', allow('prescriber', 'nurse'), shape('param', person), shape('json', struck), async (c) =>
    c.json(await strikeEntry(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') })),
  )
