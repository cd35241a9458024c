import { clinicalDefaults, type PolicyValue, usualPolicies } from '@dripline/clinical'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { type Ctx, inOneStep, staffOf } from '../../platform/context.ts'
import { json } from '../../platform/database.ts'
import { uuid7 } from '../../platform/id.ts'
import { policiesOf } from '../../platform/policies.ts'
import { peek, testClinic } from '../../platform/testing.ts'
import { approveDefaults } from './approve-defaults.ts'
import { defaultsApproved, defaultsWithApproval } from './clinical-defaults.ts'
import { setPolicyValue } from './set-policy-value.ts'
import { insertPolicyValue } from './store.ts'

const listed = clinicalDefaults.map(({ kind, id, version }) => ({ kind, id, version }))
const at = (instant: string) => new Date(instant)

const ready = async () => {
  const clinic = await testClinic()
  const prescriber = await clinic.as('prescriber')
  const set = (value: PolicyValue | null, validFrom: string, more: object = {}) =>
    setPolicyValue(prescriber, {
      policy: 'follow-up',
      name: 'hour',
      value,
      validFrom: at(validFrom),
      reason: 'People here sleep late',
      ...more,
    })
  const hourAt = (instant: string) => peek(prescriber, async (tx) => (await policiesOf(tx, at(instant))).followUp.hour)
  return { clinic, prescriber, set, hourAt }
}

describe('a clinic’s own value', () => {
  test('holds from its instant on; what came before keeps its own', async () => {
    const { set, hourAt } = await ready()
    await set(11, '2026-11-25T05:00:00Z')
    expect(await hourAt('2026-11-25T04:59:59Z')).toBe(9)
    expect(await hourAt('2026-11-25T05:00:00Z')).toBe(11)
    await set(null, '2026-12-01T05:00:00Z')
    expect(await hourAt('2026-11-30T05:00:00Z')).toBe(11)
    expect(await hourAt('2026-12-01T05:00:00Z')).toBe(9)
  })

  test.each([
    ['outside what the policy allows', 22, {}, 'value'],
    ['of another kind', '10', {}, 'value'],
    ['that the policy does not have', 10, { name: 'minute' }, 'name'],
    ['of no policy', 10, { policy: 'gone' }, 'policy'],
    ['for the past', 10, { validFrom: at('2026-11-23T14:00:00Z') }, 'validFrom'],
  ])('%s is refused and nothing holds', async (_, value, more, field) => {
    const { set, hourAt } = await ready()
    await expect(set(value, '2026-11-24T05:00:00Z', more)).rejects.toMatchObject({ code: 'not-valid', faults: [{ field }] })
    expect(await hourAt('2026-12-01T05:00:00Z')).toBe(9)
  })

  test('that contradicts another is refused in words', async () => {
    const { set } = await ready()
    const apart = set(14, '2026-11-24T05:00:00Z', { name: 'earlyUntilDay' })
    await expect(apart).resolves.toMatchObject({ value: 14 })
    const contradiction = set(14, '2026-11-25T05:00:00Z', { name: 'middleUntilDay' })
    await expect(contradiction).rejects.toMatchObject({
      faults: [{ field: 'value', code: 'policy-contradiction', params: { rule: { code: 'policy.follow-up.together' } } }],
    })
  })

  test('that was never saved holds for nobody, and the one saved after it does', async () => {
    const { prescriber, hourAt } = await ready()
    const validFrom = at('2026-11-24T05:00:00Z')
    const write = (value: number, then: (hour: number) => void) =>
      inOneStep(prescriber, 'set-policy-value', async (tx) => {
        const more = { validFrom, reason: 'Late', approvedBy: staffOf(prescriber).id, approvedAt: prescriber.now() }
        await insertPolicyValue(tx, { id: uuid7(validFrom), policy: 'follow-up', name: 'hour', value, ...more })
        then((await policiesOf(tx, at('2026-11-25T05:00:00Z'))).followUp.hour)
      })
    const cutOff = write(11, (hour) => {
      expect(hour).toBe(11)
      throw new Error('cut off')
    })
    await expect(cutOff).rejects.toThrow('cut off')
    // As many rows as the step that was cut off saw, and none of them the same.
    await write(12, (hour) => expect(hour).toBe(12))
    expect(await hourAt('2026-11-25T05:00:00Z')).toBe(12)
  })

  test('is nobody else’s clinic’s', async () => {
    const { set } = await ready()
    await set(11, '2026-11-24T05:00:00Z')
    const { hourAt } = await ready()
    expect(await hourAt('2026-12-01T05:00:00Z')).toBe(9)
  })
})

// An approval as an earlier delivery would have left it: another version, other values.
const approvedEarlier = (ctx: Ctx, values: readonly object[] | null) =>
  inOneStep(ctx, 'approve-earlier', async ({ db, clinicId }) => {
    await db
      .insertInto('defaultApproval')
      .values({
        clinicId,
        id: ctx.newId(),
        definitionKind: 'policy',
        definitionId: 'follow-up',
        version: '0123456789ab',
        approvedValues: values && json(values),
        approvedBy: staffOf(ctx).id,
        approvedAt: at('2026-03-02T12:00:00Z'),
      })
      .execute()
    return {}
  })

describe('an approval', () => {
  test('keeps the values that were read; a changed one does not hold before it is approved', async () => {
    const { prescriber, hourAt } = await ready()
    await approvedEarlier(prescriber, [{ name: 'hour', says: 'Hour of the day', value: '10 o’clock', set: 10 }])
    expect(await hourAt('2026-03-01T12:00:00Z')).toBe(9)
    expect(await hourAt('2026-11-23T15:00:00Z')).toBe(10)
    const followUp = async () =>
      (await peek(prescriber, defaultsWithApproval)).find(({ kind, id }) => kind === 'policy' && id === 'follow-up')
    expect(await followUp()).toMatchObject({
      approved: null,
      before: { version: '0123456789ab', values: [{ name: 'hour', value: '10 o’clock' }] },
    })
    await approveDefaults(prescriber, { listed, reason: 'Read on November 23' })
    expect(await hourAt('2026-11-23T15:00:00Z')).toBe(usualPolicies.followUp.hour)
    expect(await followUp()).toMatchObject({ approved: { reason: 'Read on November 23' }, before: null })
  })

  test('from before values were kept stays readable and changes nothing', async () => {
    const { prescriber, hourAt } = await ready()
    await approvedEarlier(prescriber, null)
    expect(await hourAt('2026-11-23T15:00:00Z')).toBe(9)
    const all = await peek(prescriber, defaultsWithApproval)
    expect(all.find(({ kind, id }) => kind === 'policy' && id === 'follow-up')?.before).toMatchObject({
      version: '0123456789ab',
      values: null,
    })
  })

  test('by groups adds up, and says how many values it signed', async () => {
    const { prescriber } = await ready()
    const groups = Map.groupBy(clinicalDefaults, ({ group }) => group)
    for (const [group, definitions] of groups) {
      expect(await peek(prescriber, defaultsApproved)).toBe(false)
      const { values } = await approveDefaults(prescriber, {
        listed: definitions.map(({ kind, id, version }) => ({ kind, id, version })),
      })
      expect([group, values]).toEqual([group, definitions.reduce((sum, each) => sum + each.values.length, 0)])
    }
    expect(await peek(prescriber, defaultsApproved)).toBe(true)
  })
})

test('what was approved or set is never changed afterwards', async () => {
  const { prescriber, set } = await ready()
  await set(11, '2026-11-25T05:00:00Z')
  const change = (table: string) =>
    inOneStep(prescriber, 'change', async ({ db }) => {
      await sql`update ${sql.table(table)} set reason = 'another'`.execute(db)
      return {}
    })
  for (const table of ['clinic_policy_value', 'default_approval', 'consent_withdrawal'])
    await expect(change(table)).rejects.toThrow()
})
