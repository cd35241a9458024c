import { asked, dayOf } from '@dripline/clinical'
import { Hono } from 'hono'
import { z } from 'zod'
import { allow, type Variables } from '../../../platform/allow.ts'
import { inClinic } from '../../../platform/context.ts'
import { sendLook } from '../../../platform/send-look.ts'
import { shape } from '../../../platform/shape.ts'
import { shows } from '../../../platform/shown.ts'
import { addPerson } from '../add-person.ts'
import { changePerson } from '../change-person.ts'
import { findPeople, likelyMatches } from '../find-people.ts'
import { personChangeShape, personShape } from '../person.ts'
import { namesOf } from '../store.ts'
import { tryAddress } from '../try-address.ts'

const person = z.object({ personId: z.uuid() })
const idList = z.string().transform((text) => text.split(',').filter((id) => z.uuid().safeParse(id).success))

const sought = z.strictObject({
  text: z.string(asked('something-to-look-for')).trim().min(1, asked('something-to-look-for')).max(100),
})
const likely = z.strictObject({
  name: z.string(asked('name')).trim().max(120),
  phone: z.string().trim().max(40).optional(),
  email: z.string().trim().max(254).optional(),
  dateOfBirth: dayOf(asked('day-like-1980-05-17')).optional(),
})

/** Callers and patients. */
export const personRoutes = new Hono<{ Variables: Variables }>()
  // By POST: a name in an address stays in histories, caches and logs.
  .post('/find', allow('owner', 'prescriber', 'nurse', 'front desk'), shape('json', sought), async (c) =>
    sendLook(c, await findPeople(c.var.ctx, c.req.valid('json'))),
  )
  .post('/likely', allow('prescriber', 'nurse', 'front desk'), shape('json', likely), async (c) =>
    c.json(await likelyMatches(c.var.ctx, c.req.valid('json'))),
  )
  .get('/names', allow('owner', 'prescriber', 'nurse', 'front desk'), shape('query', z.object({ ids: idList })), async (c) => {
    const { ids } = c.req.valid('query')
    const named = await inClinic(c.var.ctx, 'read-names', async (tx) => {
      const found = ids.length > 0 ? await namesOf(tx, ids) : []
      return shows(found, found)
    })
    return c.json(named)
  })
  .post('/patients', allow('prescriber', 'nurse', 'front desk'), shape('json', personShape), async (c) =>
    c.json(await addPerson(c.var.ctx, c.req.valid('json')), 201),
  )
  .post(
    '/patients/:personId',
    allow('prescriber', 'nurse', 'front desk'),
    shape('param', person),
    shape('json', personChangeShape),
    async (c) => c.json(await changePerson(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') })),
  )
  .post('/patients/:personId/try-address', allow('prescriber', 'nurse', 'front desk'), shape('param', person), async (c) =>
    c.json(await tryAddress(c.var.ctx, c.req.valid('param'))),
  )
