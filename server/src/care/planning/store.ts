import { type CurveInputs, type DoseSum, type Finding, type Said, storedFindings, storedSum } from '@dripline/clinical'
import { type NotNull, type RawBuilder, sql } from 'kysely'
import type { Ctx, Tx } from '../../platform/context.ts'
import { json } from '../../platform/database.ts'
import { anyOf } from '../people/store.ts'
import type { AnyOrder, Order } from './plan.ts'

type Frozen = { sum: DoseSum; inputs: CurveInputs; weightAt: Date; signedBy: string }

type NewPlan = Frozen & {
  id: string
  personId: string
  decisionId: string
  consentId: string
  indication: string
  protocolId: string
  protocolVersion: string
  sessions: number
  curveHash: string
  findings: readonly Finding[]
}

export const insertPlan = (ctx: Ctx, tx: Tx, { sum, inputs, findings, ...plan }: NewPlan) =>
  tx.db
    .insertInto('plan')
    .values({
      clinicId: tx.clinicId,
      ...plan,
      weightKg: sum.weightKg,
      dose: json(sum),
      modelId: inputs.model.id,
      modelVersion: inputs.model.version,
      inputs: json(inputs),
      seed: String(inputs.seed),
      findings: json(findings),
      signedAt: ctx.now(),
    })
    .execute()

export type NewOrder = Frozen & {
  id: string
  planId: string
  personId: string
  number: number
  appointmentId: string | null
  replacesId: string | null
  validFrom: Date
  validUntil: Date
  capMgPerHour: string | null
  drugId: string
}

/** A value the sum must hold by the time an order is written: requirePossible has seen to it. */
const present = <T>(value: T | null, name: string): T => {
  if (value === null) throw new TypeError(`An order without ${name}.`)
  return value
}

export const insertOrder = (ctx: Ctx, tx: Tx, { sum, inputs, ...order }: NewOrder) =>
  tx.db
    .insertInto('infusionOrder')
    .values({
      clinicId: tx.clinicId,
      ...order,
      weightKg: sum.weightKg,
      doseMg: sum.doseMg.value,
      rateMgPerHour: sum.rateMgPerHour.value,
      minutes: sum.minutes,
      vialMgPerMl: present(sum.vialMgPerMl, 'a vial strength'),
      syringeMl: present(sum.syringeMl, 'a volume to draw up').value,
      infusateMg: present(sum.infusate, 'an infusate').infusateMg,
      finalMl: present(sum.infusate, 'an infusate').finalMl,
      rateMlPerHour: present(sum.rateMlPerHour, 'a pump rate').value,
      vtbiMl: present(sum.vtbiMl, 'a volume to be infused').value,
      dose: json(sum),
      modelId: inputs.model.id,
      modelVersion: inputs.model.version,
      inputs: json(inputs),
      signedAt: ctx.now(),
    })
    .execute()

export const planOf = (tx: Tx, id: string) =>
  tx.db.selectFrom('plan').where('clinicId', '=', tx.clinicId).where('id', '=', id).selectAll().executeTakeFirst()

type PumpPlan = {
  decisionId: NotNull
  consentId: NotNull
  indication: NotNull
  weightKg: NotNull
  weightAt: NotNull
  dose: NotNull
  modelId: NotNull
  modelVersion: NotNull
  inputs: NotNull
  curveHash: NotNull
  seed: NotNull
}

/** A person's plans of infusions, newest first, each with who signed it and its closure or nulls. */
export const plansOf = async (tx: Tx, personId: string) => {
  const rows = await tx.db
    .selectFrom('plan')
    .leftJoin('planClosure', (join) =>
      join.onRef('planClosure.clinicId', '=', 'plan.clinicId').onRef('planClosure.planId', '=', 'plan.id'),
    )
    .innerJoin('account', (join) =>
      join.onRef('account.clinicId', '=', 'plan.clinicId').onRef('account.id', '=', 'plan.signedBy'),
    )
    .where('plan.clinicId', '=', tx.clinicId)
    .where('plan.personId', '=', anyOf(tx, personId))
    .where('plan.administration', '=', 'infusion')
    .orderBy('plan.signedAt', 'desc')
    .orderBy('plan.id', 'desc')
    .selectAll('plan')
    .$narrowType<PumpPlan>()
    .select(['planClosure.closedAt', 'planClosure.reason as closedReason', 'account.name as signedByName'])
    .execute()
  return rows.map(({ findings, ...plan }) => ({
    ...withSum(plan),
    findings: storedFindings(findings),
  }))
}

export const closureOf = (tx: Tx, planId: string) =>
  tx.db
    .selectFrom('planClosure')
    .where('clinicId', '=', tx.clinicId)
    .where('planId', '=', planId)
    .select(['id', 'closedAt', 'reason'])
    .executeTakeFirst()

export const insertClosure = (
  ctx: Ctx,
  tx: Tx,
  closure: { id: string; planId: string; reason: string; closedBy: string | null },
) =>
  tx.db
    .insertInto('planClosure')
    .values({ clinicId: tx.clinicId, ...closure, closedAt: ctx.now() })
    .execute()

// The orders in force: a replaced one stays in the book and is no longer followed.
const orders = (tx: Tx) =>
  tx.db
    .selectFrom('infusionOrder as o')
    .innerJoin('plan', (join) => join.onRef('plan.clinicId', '=', 'o.clinicId').onRef('plan.id', '=', 'o.planId'))
    .leftJoin('appointment as visit', (join) =>
      join.onRef('visit.clinicId', '=', 'o.clinicId').onRef('visit.id', '=', 'o.appointmentId'),
    )
    .leftJoin('chair', (join) => join.onRef('chair.clinicId', '=', 'o.clinicId').onRef('chair.id', '=', 'visit.chairId'))
    .where('o.clinicId', '=', tx.clinicId)
    .select([
      'o.id',
      'o.planId',
      'o.personId',
      'o.number',
      'plan.sessions as of',
      'plan.indication',
      'plan.protocolId',
      'o.administration',
      'o.said',
      'o.drugId',
      'o.appointmentId',
      'o.replacesId',
      'o.validFrom',
      'o.validUntil',
      'o.weightKg',
      'o.weightAt',
      'o.doseMg',
      'o.rateMgPerHour',
      'o.minutes',
      'o.vialMgPerMl',
      'o.syringeMl',
      'o.infusateMg',
      'o.finalMl',
      'o.rateMlPerHour',
      'o.vtbiMl',
      'o.capMgPerHour',
      'o.dose',
      'o.inputs',
      'o.modelId',
      'o.modelVersion',
      'o.signedBy',
      'o.signedAt',
      'visit.state as visitState',
      'visit.chairId',
      'chair.name as chairName',
    ])
    .select(sql<Date | null>`lower(visit.during)`.as('visitAt'))

const inForce = sql<boolean>`not exists (select from infusion_order as next where next.clinic_id = o.clinic_id and next.replaces_id = o.id)`

// What was frozen into columns of JSON, with the shape it was frozen in.
const withSum = <T extends { dose: unknown; inputs: unknown }>({ dose, inputs, ...row }: T) => ({
  ...row,
  dose: storedSum(dose as object),
  inputs: inputs as CurveInputs,
})

type Row = Awaited<ReturnType<ReturnType<typeof orders>['execute']>>[number]
type Extra = Pick<Row, 'replacesId' | 'visitState' | 'chairId' | 'chairName' | 'visitAt' | 'modelId' | 'modelVersion'>
export type PumpOrder = Order & Extra & { inputs: CurveInputs; modelId: string; modelVersion: string }
type OwnOrderRow = Extract<AnyOrder, { said: Said }> & Extra
export type StoredOrder = PumpOrder | OwnOrderRow

// The table says so: an order that says nothing of its own has everything that a pump needs.
const orderFrom = (row: Row): StoredOrder => {
  if (row.said === null) return withSum(row) as PumpOrder
  const { id, planId, personId, number, of, protocolId, administration, drugId, appointmentId, validFrom, validUntil } = row
  const { minutes, signedBy, signedAt, replacesId, visitState, chairId, chairName, visitAt } = row
  return {
    ...{ id, planId, personId, number, of, protocolId, administration, drugId, appointmentId, validFrom, validUntil },
    ...{ minutes, signedBy, signedAt, replacesId, visitState, chairId, chairName, visitAt, modelId: null, modelVersion: null },
    indication: null,
    said: row.said as unknown as Said,
  }
}

/** Whether an order is for a pump. */
export const isForPump = <O extends AnyOrder>(order: O): order is Extract<O, { said: null }> => order.said === null

type OfVisit = { planId: string; orderId: string }

/** One order for a pump, whether or not it was replaced since. */
export const orderById = async (tx: Tx, id: string): Promise<PumpOrder | null> => {
  const order = await anyOrderById(tx, id)
  return order && isForPump(order) ? order : null
}

/** The same whatever it gives. */
export const anyOrderById = async (tx: Tx, id: string): Promise<StoredOrder | null> =>
  (await orders(tx).where('o.id', '=', id).execute()).map(orderFrom)[0] ?? null

/** Every order of the line that begins with the one a visit was opened with, the newest first: those before it were replaced. */
export const ordersOfVisit = async (tx: Tx, { planId, orderId }: OfVisit) => {
  const rows = await orders(tx)
    .where('o.planId', '=', planId)
    .where(
      sql<boolean>`o.number = (select first.number from infusion_order as first where first.clinic_id = ${tx.clinicId} and first.id = ${orderId})`,
    )
    .orderBy('o.signedAt', 'desc')
    .orderBy('o.id', 'desc')
    .execute()
  return rows.map(orderFrom)
}

export type VisitOrders = Awaited<ReturnType<typeof ordersOfVisit>>

/** The one in force: the newest of its line, which no other replaces. */
export const inForceOf = (line: VisitOrders) => line.find(({ id }) => !line.some(({ replacesId }) => replacesId === id)) ?? null

/** The one that was in force at an instant, whatever was signed after it. */
export const signedBefore = (line: VisitOrders, at: Date) => line.find(({ signedAt }) => signedAt <= at) ?? null

/** The order in force for a session. */
export const orderOf = async (tx: Tx, visit: OfVisit) => inForceOf(await ordersOfVisit(tx, visit))

/** The orders in force of a plan, in the order of their numbers. */
export const ordersOf = async (tx: Tx, planId: string) =>
  (await orders(tx).where('o.planId', '=', planId).where(inForce).orderBy('o.number').execute()).map(orderFrom).filter(isForPump)

/** The orders of a plan that others have replaced, oldest first. */
export const replacedOf = async (tx: Tx, planId: string) =>
  (
    await orders(tx)
      .where('o.planId', '=', planId)
      .where(sql<boolean>`not ${inForce}`)
      .orderBy('o.number')
      .orderBy('o.signedAt')
      .execute()
  )
    .map(orderFrom)
    .filter(isForPump)

/** The orders in force whose appointments are these. */
export const ordersAt = async (tx: Tx, appointmentIds: readonly string[]) =>
  appointmentIds.length === 0 ? [] : ordersAtThose(tx, sql`any(${[...appointmentIds]}::uuid[])`)

/** The same where a statement finds the appointments: `any(…)`. */
export const ordersAtThose = async (tx: Tx, those: RawBuilder<unknown>) =>
  (await orders(tx).where(sql<boolean>`o.appointment_id = ${those}`).where(inForce).execute()).map(orderFrom)

/** The orders of the lines that begin with those these visits were opened with, each line the newest first. */
export const linesOfVisits = async (tx: Tx, those: RawBuilder<unknown>): Promise<VisitOrders> => {
  const rows = await orders(tx)
    .innerJoin('infusionOrder as first', (join) =>
      join
        .onRef('first.clinicId', '=', 'o.clinicId')
        .onRef('first.planId', '=', 'o.planId')
        .onRef('first.number', '=', 'o.number'),
    )
    .innerJoin('session', (join) => join.onRef('session.clinicId', '=', 'o.clinicId').onRef('session.orderId', '=', 'first.id'))
    .where(sql<boolean>`session.id = ${those}`)
    .orderBy('o.signedAt', 'desc')
    .orderBy('o.id', 'desc')
    .execute()
  return rows.map(orderFrom)
}
