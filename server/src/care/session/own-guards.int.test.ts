import { administrationOf, agreedWords, clinicalDefaults } from '@dripline/clinical'
import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Ctx } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database.ts'
import { keyed, peek, type TestClinic, testClinic } from '../../platform/testing.ts'
import { approveDefaults } from '../clinic/approve-defaults.ts'
import { signOwnOrder } from '../planning/sign-own-order.ts'
import { openClinic } from '../planning/testing.ts'
import { caller } from '../screening/testing.ts'
import { arrive } from './arrive.ts'
import { chartEntry } from './chart-entry.ts'
import { doAct } from './do-act.ts'
import { lookAtVisit } from './read-visit.ts'
import { sessionOf } from './store.ts'
import { patientReady, signs } from './testing.ts'

const { agreed } = administrationOf('fluid')?.acts['line-placed']?.fields ?? {}
const told = agreed?.kind === 'agreed' ? agreedWords(agreed) : ''
const line = { identifiers: ['full name', 'date of birth'], agreed: told, site: 'left hand', gauge: '22' }
const fluid = { ml: '1000', minutes: '90', reason: 'after a stomach bug', heart: 'no' }

let clinic: TestClinic
let prescriber: Ctx
let nurse: Ctx
let personId: string
let chairId: string
beforeEach(async () => {
  clinic = await testClinic()
  const open = await openClinic(clinic, 1)
  prescriber = open.prescriber
  nurse = open.nurse
  chairId = open.chairIds[0] ?? ''
  personId = await caller(nurse)
})

const order = (change: Partial<Parameters<typeof signOwnOrder>[1]> = {}) => ({
  personId,
  protocolId: 'hydration-saline',
  said: fluid,
  visit: { start: clinic.clock.now.toISOString(), chairId },
  acknowledged: [],
  ...change,
})
const here = async () => {
  const { appointmentId } = await signOwnOrder(prescriber, order())
  const { sessionId } = await arrive(nurse, { appointmentId })
  await chartEntry(nurse, { sessionId, entry: { kind: 'vitals', ...signs } })
  return sessionId
}
const place = (sessionId: string, who = nurse, at?: string) =>
  doAct(who, { sessionId, act: 'line-placed', said: line, ...(at !== undefined && { at }) })
const acts = async (sessionId: string) =>
  (await peek(nurse, (tx) => sessionOf(tx, sessionId)))?.events.filter(({ kind }) => kind === 'act').length

describe('an order of another way than the pump is refused', () => {
  test('to whom may not sign it, for nobody, for somebody of another clinic, and before the defaults are approved', async () => {
    for (const role of ['nurse', 'front desk', 'owner'] as const)
      await expect(signOwnOrder(await clinic.as(role), order())).rejects.toMatchObject({ code: 'no-right' })
    await expect(signOwnOrder(prescriber, order({ personId: nurse.newId() }))).rejects.toMatchObject({ code: 'not-found' })
    const other = await testClinic()
    const theirs = await other.as('prescriber')
    await expect(signOwnOrder(theirs, order())).rejects.toMatchObject({ code: 'not-found' })
    personId = await caller(await other.as('nurse'))
    await expect(signOwnOrder(theirs, order())).rejects.toMatchObject({ code: 'defaults-not-approved' })
    await approveDefaults(theirs, { listed: clinicalDefaults })
    // A chair of another clinic is no chair here.
    await expect(signOwnOrder(theirs, order())).rejects.toMatchObject({ code: expect.any(String) })
  })

  test('of a protocol for a pump, of none, and for a chair that is taken; the same key signs once', async () => {
    for (const protocolId of ['crps-outpatient-ten-day', 'no-such-protocol'])
      await expect(signOwnOrder(prescriber, order({ protocolId }))).rejects.toMatchObject({ faults: [{ field: 'protocolId' }] })
    const once = keyed(prescriber, 'one bag')
    expect(await signOwnOrder(once, order())).toEqual(await signOwnOrder(once, order()))
    personId = await caller(nurse)
    await expect(signOwnOrder(prescriber, order())).rejects.toMatchObject({ code: 'slot-taken' })
  })
})

describe('an act of another way than the pump is refused', () => {
  test('to whom may not do it, in another clinic, out of its turn and twice; the same key does it once', async () => {
    const sessionId = await here()
    for (const role of ['front desk', 'owner'] as const)
      await expect(place(sessionId, await clinic.as(role))).rejects.toMatchObject({ code: 'no-right' })
    await expect(place(sessionId, await (await testClinic()).as('nurse'))).rejects.toMatchObject({ code: 'not-found' })
    await expect(doAct(nurse, { sessionId, act: 'fluid-started', said: {} })).rejects.toMatchObject({ code: 'wrong-state' })
    await expect(doAct(nurse, { sessionId, act: 'fluid-ended', said: { ml: '5' } })).rejects.toMatchObject({
      code: 'wrong-state',
    })
    const once = keyed(nurse, 'one line')
    expect(await place(sessionId, once)).toEqual(await place(sessionId, once))
    await expect(place(sessionId)).rejects.toMatchObject({ code: 'wrong-state' })
    expect(await acts(sessionId)).toBe(1)
  })

  test('when two do it at once: one of them did', async () => {
    const sessionId = await here()
    const second = await clinic.as('nurse')
    const done = await Promise.allSettled([place(sessionId), place(sessionId, second)])
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await acts(sessionId)).toBe(1)
  })

  test('at a time at which it cannot have been: to come, or before the patient was here', async () => {
    const sessionId = await here()
    const at = (minutes: number) => new Date(clinic.clock.now.getTime() + minutes * 60_000).toISOString()
    await expect(place(sessionId, nurse, at(5))).rejects.toMatchObject({ code: 'time-not-possible' })
    await expect(place(sessionId, nurse, at(-600))).rejects.toThrow()
    expect(await acts(sessionId)).toBe(0)
    clinic.clock.forward(-30)
    await expect(place(sessionId)).resolves.toMatchObject({ sessionId })
    expect((await lookAtVisit(nurse, sessionId)).state).toBe('cleared')
  })

  test('in a visit at a pump', async () => {
    const pump = await testClinic()
    const ready = await patientReady(pump, { indication: 'pain' })
    const { sessionId } = await arrive(ready.nurse, { appointmentId: ready.appointmentIds[0] ?? '' })
    await expect(place(sessionId, ready.nurse)).rejects.toMatchObject({ code: 'wrong-state' })
  })
})

describe('the table of orders', () => {
  type Change = Readonly<Record<string, unknown>>
  const copied = (table: 'infusion_order' | 'plan', change: Change) =>
    inTransaction(clinic.ground.database, clinic.clinicId, async ({ db }) => {
      const { rows } = await sql<{ name: string }>`select column_name as name from information_schema.columns
        where table_schema = 'public' and table_name = ${table} and is_generated = 'NEVER'`.execute(db)
      const [into, from] = [
        sql.join(rows.map(({ name }) => sql.ref(name))),
        sql.join(rows.map(({ name }) => sql.ref(`c.${name}`))),
      ]
      const own = { id: nurse.newId(), ...change }
      await sql`insert into ${sql.table(table)} (${into}) select ${from} from ${sql.table(table)} as t,
        jsonb_populate_record(t, ${JSON.stringify(own)}::jsonb) as c where t.clinic_id = ${clinic.clinicId} limit 1`.execute(db)
    })

  test('holds an order whole for a pump or whole of another way, and nothing between', async () => {
    await signOwnOrder(prescriber, order())
    const whole = /an_order_is_whole/
    await expect(copied('infusion_order', { appointment_id: null, said: null })).rejects.toThrow(whole)
    await expect(copied('infusion_order', { appointment_id: null, weight_kg: '70' })).rejects.toThrow(whole)
    await expect(copied('infusion_order', { appointment_id: null, cap_mg_per_hour: '20' })).rejects.toThrow(whole)
    await expect(copied('infusion_order', { appointment_id: null, administration: 'infusion' })).rejects.toThrow(whole)
    await expect(copied('plan', { administration: 'infusion' })).rejects.toThrow(/a_plan_is_whole/)
    await expect(copied('plan', {})).resolves.toBeUndefined()
  })
})
