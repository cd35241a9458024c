import { Problem } from '@dripline/clinical'
import { Hono } from 'hono'
import { z } from 'zod'
import { allow, type Variables } from '../../../platform/allow.ts'
import { inClinic, type Tx } from '../../../platform/context.ts'
import { shape } from '../../../platform/shape.ts'
import { addPerson } from '../add-person.ts'
import { changePerson } from '../change-person.ts'
import { findPeople, likelyMatches } from '../find-people.ts'
import { personChangeShape, personShape } from '../person.ts'
import { alertsOf, changesOf, idsOf, listPersons, namesOf, personOf } from '../store.ts'

const person = z.object({ personId: z.uuid() })
const idList = z.string().transform((text) => text.split(',').filter((id) => z.uuid().safeParse(id).success))

const sought = z.strictObject({
  text: z.string('something to look for').trim().min(1, 'something to look for').max(100, 'at most 100 characters'),
})
const likely = z.strictObject({
  name: z.string('a name').trim().max(120, 'at most 120 characters'),
  phone: z.string().trim().max(40, 'at most 40 characters').optional(),
  email: z.string().trim().max(254, 'at most 254 characters').optional(),
  dateOfBirth: z.iso.date('a day, like 1980-05-17').optional(),
})

const wholePerson = async (tx: Tx, personId: string) => {
  const about = await personOf(tx, personId)
  if (!about) throw new Problem('not-found', { personId })
  const into = about.mergedInto ? await personOf(tx, about.mergedInto) : undefined
  const alsoIds = (await idsOf(tx, personId)).slice(1)
  return {
    person: about,
    mergedInto: into ? { personId: into.id, name: into.name } : null,
    merged: alsoIds.length > 0 ? await namesOf(tx, alsoIds) : [],
    changes: await changesOf(tx, personId),
    alerts: await alertsOf(tx, personId),
  }
}

/** Callers and patients. */
export const personRoutes = new Hono<{ Variables: Variables }>()
  // By POST: a name in an address stays in histories, caches and logs.
  .post('/find', allow('owner', 'prescriber', 'nurse', 'front desk'), shape('json', sought), async (c) =>
    c.json(await findPeople(c.var.ctx, c.req.valid('json'))),
  )
  .post('/likely', allow('prescriber', 'nurse', 'front desk'), shape('json', likely), async (c) =>
    c.json(await likelyMatches(c.var.ctx, c.req.valid('json'))),
  )
  .get('/names', allow('owner', 'prescriber', 'nurse', 'front desk'), shape('query', z.object({ ids: idList })), async (c) => {
    const { ids } = c.req.valid('query')
    return c.json(await inClinic(c.var.ctx, 'read-names', async (tx) => (ids.length > 0 ? namesOf(tx, ids) : [])))
  })
  .get(
    '/patients',
    allow('owner', 'prescriber', 'nurse', 'front desk'),
    shape('query', z.object({ which: z.enum(['caller', 'patient', 'all'], 'caller, patient or all').default('all') })),
    async (c) => c.json(await inClinic(c.var.ctx, 'list-persons', (tx) => listPersons(tx, c.req.valid('query').which))),
  )
  .post('/patients', allow('prescriber', 'nurse', 'front desk'), shape('json', personShape), async (c) =>
    c.json(await addPerson(c.var.ctx, c.req.valid('json')), 201),
  )
  .get('/patients/:personId', allow('prescriber', 'nurse', 'front desk'), shape('param', person), async (c) =>
    c.json(await inClinic(c.var.ctx, 'read-person', (tx) => wholePerson(tx, c.req.valid('param').personId))),
  )
  .post(
    '/patients/:personId',
    allow('prescriber', 'nurse', 'front desk'),
    shape('param', person),
    shape('json', personChangeShape),
    async (c) => c.json(await changePerson(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') })),
  )
