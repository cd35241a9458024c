import { describe, expect, test } from 'vitest'
import { type Ctx, inOneStep, staffOf } from '../../platform/context.ts'
import { peek, type TestClinic, testClinic } from '../../platform/testing.ts'
import { addPerson } from '../people/add-person.ts'
import { closeAlert } from './close-alert.ts'
import { ownAlert } from './own-alert.ts'
import { raiseAlert } from './raise-alert.ts'
import { closedAlerts, openAlerts } from './store.ts'

const caller = async (clinic: TestClinic) => {
  const ctx = await clinic.as('front desk')
  const hazel = {
    name: 'Hazel Standin',
    email: 'hazel@example.org',
    phone: '+1 540 555 0142',
    state: 'VA',
    zone: 'America/New_York',
  }
  return { ctx, personId: (await addPerson(ctx, hazel)).personId }
}

const alertOf = (ctx: Ctx, personId: string, causeId = ctx.newId()) =>
  inOneStep(ctx, 'answer', async (tx) => ({
    personId,
    alertId: await raiseAlert(ctx, tx, { personId, kind: 'safety', cause: 'answer', causeId }),
  }))

describe('an alert', () => {
  test('is raised once by one cause, however often it is told', async () => {
    const { ctx, personId } = await caller(await testClinic())
    const causeId = ctx.newId()
    const [first, second] = [await alertOf(ctx, personId, causeId), await alertOf(ctx, personId, causeId)]
    expect(second.alertId).toBe(first.alertId)
    expect(await peek(ctx, openAlerts)).toHaveLength(1)
  })

  test('is owned by name, taken over, and closed once with what was done', async () => {
    const clinic = await testClinic()
    const { ctx, personId } = await caller(clinic)
    const { alertId } = await alertOf(ctx, personId)
    const [nurse, prescriber] = [await clinic.as('nurse'), await clinic.as('prescriber')]
    await ownAlert(nurse, { alertId })
    await ownAlert(prescriber, { alertId })
    await closeAlert(prescriber, { alertId, action: 'phoned, safe with her sister' })
    await expect(closeAlert(nurse, { alertId, action: 'again' })).rejects.toMatchObject({ code: 'alert-closed' })
    await expect(ownAlert(nurse, { alertId })).rejects.toMatchObject({ code: 'alert-closed' })
    expect(await peek(ctx, openAlerts)).toEqual([])
    expect(await peek(ctx, closedAlerts)).toMatchObject([
      { personId, ownerId: staffOf(prescriber).id, action: 'phoned, safe with her sister' },
    ])
  })

  test('that nobody owned is owned by whoever closes it', async () => {
    const clinic = await testClinic()
    const { ctx, personId } = await caller(clinic)
    const { alertId } = await alertOf(ctx, personId)
    const nurse = await clinic.as('nurse')
    await closeAlert(nurse, { alertId, action: 'a wrong tap, said so on the phone' })
    expect(await peek(ctx, closedAlerts)).toMatchObject([{ ownerId: staffOf(nurse).id }])
  })
})
