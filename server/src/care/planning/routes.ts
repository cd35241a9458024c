import { asked, dayOf, Problem, protocols, visitMinutes } from '@dripline/clinical'
import { Hono } from 'hono'
import { z } from 'zod'
import { allow, type Variables } from '../../platform/allow.ts'
import { inClinic, type Tx } from '../../platform/context.ts'
import { answerCsv } from '../../platform/csv.ts'
import { policiesOf } from '../../platform/policies.ts'
import { shape } from '../../platform/shape.ts'
import { shows, showsNobody } from '../../platform/shown.ts'
import { offeredVisits } from '../booking/offered-slots.ts'
import { openChairs } from '../booking/store.ts'
import { defaultsApproved } from '../clinic/clinical-defaults.ts'
import { newestConsent, personOf } from '../people/store.ts'
import { chartOf } from '../screening/chart-of.ts'
import { screeningsOf } from '../screening/store.ts'
import { asNeededOf } from './as-needed-store.ts'
import { chairListOf } from './chair-list.ts'
import { closeCourse } from './close-course.ts'
import { coursesHead, coursesUnderWay, exportCourses, waitingForPlan } from './courses.ts'
import { ownOrderSent, planSent, renewalSent } from './plan.ts'
import { readOrder } from './read-order.ts'
import { renewOrder } from './renew-order.ts'
import { signOwnOrder } from './sign-own-order.ts'
import { signPlan } from './sign-plan.ts'
import { ordersOf, plansOf, replacedOf } from './store.ts'
import { givenBefore } from './visit-log.ts'

const id = z.uuid(asked('id-on-record'))
const words = z.string().trim().min(1, asked('some-words')).max(2000)
const days = z.object({
  protocolId: z.enum(
    protocols.map((each) => each.id),
    asked('one-of-clinics-protocols'),
  ),
  from: dayOf(),
  days: z.coerce
    .number(asked('number-of-days'))
    .int(asked('whole-days'))
    .min(1, asked('at-least-1'))
    .max(42, asked('at-most-42')),
})

/** Plans and their orders. */
export const planning = new Hono<{ Variables: Variables }>()
  .get('/people/:personId', allow('nurse', 'prescriber'), shape('param', z.object({ personId: id })), async (c) => {
    const { personId } = c.req.valid('param')
    return c.json(
      await inClinic(c.var.ctx, 'read-plans', async (tx) => {
        const person = await personOf(tx, personId)
        if (!person) throw new Problem('not-found', { personId })
        const plans = await plansOf(tx, personId)
        return shows([person.id, ...(person.mergedInto ? [person.mergedInto] : [])], {
          person,
          chart: await chartOf(tx, personId),
          screenings: await screeningsOf(tx, personId),
          consent: (await newestConsent(tx, personId)) ?? null,
          isApproved: await defaultsApproved(tx),
          given: await givenOf(tx, personId),
          doseLimits: (await policiesOf(tx, c.var.ctx.now())).doseLimits,
          chairs: await openChairs(tx),
          chairDrugs: (await chairListOf(c.var.ctx, tx)).map(({ drug, ...listed }) => ({
            ...listed,
            drugId: drug.id,
            title: drug.title,
            schedule: drug.schedule,
          })),
          plans: await withOrders(tx, plans),
        })
      }),
    )
  })

  .get('/orders/:orderId', allow('nurse', 'prescriber'), shape('param', z.object({ orderId: id })), async (c) =>
    c.json(await readOrder(c.var.ctx, c.req.valid('param').orderId)),
  )

  .get('/courses', allow('nurse', 'prescriber'), async (c) =>
    c.json(
      await inClinic(c.var.ctx, 'read-courses', async (tx) => {
        const [waiting, underWay] = [await waitingForPlan(tx), await coursesUnderWay(tx, c.var.ctx.now())]
        return shows([...waiting, ...underWay], { waiting, underWay })
      }),
    ),
  )

  .get('/courses/export', allow('nurse', 'prescriber'), async (c) =>
    answerCsv(c, 'plans.csv', coursesHead, await exportCourses(c.var.ctx)),
  )

  .get('/visits', allow('nurse', 'prescriber', 'front desk'), shape('query', days), async (c) => {
    const { protocolId, from, days: count } = c.req.valid('query')
    const protocol = protocols.find((each) => each.id === protocolId)
    const minutes = protocol ? visitMinutes(protocol) : 0
    return c.json(
      await inClinic(c.var.ctx, 'read-free-visits', async (tx) =>
        showsNobody(await offeredVisits(c.var.ctx, tx, { minutes, from, days: count })),
      ),
    )
  })

  .post('/plans', allow('prescriber'), shape('json', planSent), async (c) =>
    c.json(await signPlan(c.var.ctx, c.req.valid('json')), 201),
  )

  .post('/orders', allow('prescriber'), shape('json', ownOrderSent), async (c) =>
    c.json(await signOwnOrder(c.var.ctx, c.req.valid('json')), 201),
  )

  .post(
    '/orders/:orderId/renewal',
    allow('prescriber'),
    shape('param', z.object({ orderId: id })),
    shape('json', renewalSent),
    async (c) => c.json(await renewOrder(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )

  .post(
    '/plans/:planId/closure',
    allow('prescriber'),
    shape('param', z.object({ planId: id })),
    shape('json', z.strictObject({ reason: words })),
    async (c) => c.json(await closeCourse(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )

/** What a person was given of each drug that a plan can order, with the drug. */
const givenOf = async (tx: Tx, personId: string) => {
  const found = []
  for (const drug of new Set(protocols.map(({ gives }) => gives.drug)))
    for (const given of await givenBefore(tx, personId, drug)) found.push({ ...given, drug })
  return found
}

const withOrders = async <P extends { id: string }>(tx: Tx, plans: readonly P[]) => {
  const found = []
  for (const plan of plans) {
    const orders = []
    for (const order of await ordersOf(tx, plan.id)) orders.push({ ...order, asNeeded: await asNeededOf(tx, order.id) })
    found.push({ ...plan, orders, replaced: await replacedOf(tx, plan.id) })
  }
  return found
}
