import type { License } from '@dripline/clinical'
import { describe, expect, test } from 'vitest'
import { composers } from '../../clockwork.ts'
import { type Ctx, openContext, staffOf } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database.ts'
import { openLink } from '../../platform/link.ts'
import { deliverDue } from '../../platform/message.ts'
import { peek, type TestClinic, testClinic } from '../../platform/testing.ts'
import { changeChair } from '../session/closing/change-chair.ts'
import { changeStaff } from '../session/closing/change-staff.ts'
import { closeDay } from '../session/closing/close-day.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { addChair } from './add-chair.ts'
import { invite } from './invite.ts'
import { reopenDay } from './reopen-day.ts'
import { resendInvitation } from './resend-invitation.ts'
import { allStaff, chairs, closures, lettersPage, openInvitations } from './store.ts'
import { withdrawInvitation } from './withdraw-invitation.ts'

const virginia: License = { state: 'VA', kind: 'RN', number: '0001-7', validUntil: '2027-06-30' }

const wren = {
  name: 'T. Wren',
  email: 'Wren@Example.org',
  title: 'RN',
  roles: ['nurse' as const],
  licenses: [virginia],
  takesCalls: true,
}
const password = 'a slow river bends'

/** The secrets in the letters sent so far, oldest first. */
const secretsSent = async (clinic: TestClinic, ctx: Ctx) => {
  await deliverDue(clinic.ground, composers, clinic.clinicId, clinic.clock.read)
  const sent = (await peek(ctx, (tx) => lettersPage(tx, { which: 'written', skip: 0, take: null }))).letters.reverse()
  return sent.map(({ body }) => /\/l\/([\w-]+)\/invitation/.exec(body ?? '')?.[1] ?? '')
}

const holding = async ({ ground, clinicId, clock }: TestClinic, secret: string) => {
  const link = await inTransaction(ground.database, clinicId, (tx) => openLink(tx, secret, clock.now))
  return link ? openContext(ground, { clinicId, actor: { kind: 'link', ...link } }) : null
}

const invited = async () => {
  const clinic = await testClinic()
  const owner = await clinic.as('owner')
  const { invitationId } = await invite(owner, wren)
  const [secret = ''] = await secretsSent(clinic, owner)
  return { clinic, owner, invitationId, secret }
}

describe('an invitation', () => {
  test('opens a place on the staff for whoever holds its link, once', async () => {
    const { clinic, owner, secret } = await invited()
    const holder = await holding(clinic, secret)
    if (!holder) throw new Error('the link does not open')
    await acceptInvitation(holder, { password })
    expect((await peek(owner, allStaff)).find(({ email }) => email === 'wren@example.org')).toMatchObject({
      roles: ['nurse'],
      title: 'RN',
      licenses: [virginia],
      takesCalls: true,
    })
    await expect(acceptInvitation(holder, { password })).rejects.toMatchObject({ code: 'link-unusable' })
    expect(await peek(owner, openInvitations)).toEqual([])
  })

  test('sent again has a new link, and the old one is dead', async () => {
    const { clinic, owner, invitationId, secret } = await invited()
    clinic.clock.forward(1)
    await resendInvitation(owner, { invitationId })
    const [, newer = ''] = await secretsSent(clinic, owner)
    expect(await holding(clinic, secret)).toBeNull()
    expect(await holding(clinic, newer)).not.toBeNull()
  })

  test('ends after seven days, or when it is withdrawn', async () => {
    const first = await invited()
    first.clinic.clock.forward(7 * 24 * 60)
    expect(await holding(first.clinic, first.secret)).toBeNull()
    const second = await invited()
    await withdrawInvitation(second.owner, { invitationId: second.invitationId })
    expect(await holding(second.clinic, second.secret)).toBeNull()
    await expect(resendInvitation(second.owner, { invitationId: second.invitationId })).rejects.toMatchObject({
      code: 'wrong-state',
    })
  })

  test('is refused for an address in use or invited already, and for a state where the clinic does not work', async () => {
    const { owner } = await invited()
    await expect(invite(owner, { ...wren, licenses: [{ ...virginia, state: 'CA' }] })).rejects.toMatchObject({
      code: 'not-valid',
      faults: [
        { field: 'licenses.0.state', value: 'CA' },
        { field: 'email', value: 'Wren@Example.org' },
      ],
    })
  })

  test('keeps its link when the password is too short', async () => {
    const { clinic, secret } = await invited()
    const holder = await holding(clinic, secret)
    if (!holder) throw new Error('the link does not open')
    await expect(acceptInvitation(holder, { password: 'short' })).rejects.toMatchObject({ code: 'not-valid' })
    await expect(acceptInvitation(holder, { password })).resolves.toMatchObject({ accountId: expect.any(String) })
  })
})

test('one license is not on two accounts, however its number is written: a second person is another human', async () => {
  const { owner, clinic, secret } = await invited()
  const again = { ...wren, email: 'wren@elsewhere.example', licenses: [{ ...virginia, number: ' 00017' }] }
  const refused = { faults: [{ field: 'licenses.0.number', value: ' 00017' }] }
  await expect(invite(owner, again)).rejects.toMatchObject(refused)
  const holder = await holding(clinic, secret)
  if (!holder) throw new Error('the link does not open')
  const { accountId: staffId } = await acceptInvitation(holder, { password })
  await expect(invite(owner, again)).rejects.toMatchObject(refused)
  const terms = { title: 'RN', roles: ['nurse' as const], takesCalls: false }
  const other = staffOf(await clinic.as('nurse')).id
  await expect(changeStaff(owner, { ...terms, staffId: other, licenses: again.licenses })).rejects.toMatchObject(refused)
  await changeStaff(owner, { ...terms, staffId, licenses: [{ ...virginia, validUntil: '2029-06-30' }] })
})

test('the last owner stays one', async () => {
  const clinic = await testClinic()
  const owner = await clinic.as('owner')
  const terms = { title: 'MD', roles: ['prescriber' as const], licenses: [], takesCalls: false }
  const staffId = staffOf(owner).id
  await expect(changeStaff(owner, { staffId, ...terms })).rejects.toMatchObject({ faults: [{ field: 'roles' }] })
  await clinic.as('owner')
  await expect(changeStaff(owner, { staffId, ...terms })).resolves.toEqual({ staffId, became: [] })
})

test('chairs have names of their own, and can leave and come back', async () => {
  const owner = await (await testClinic()).as('owner')
  const { chairId } = await addChair(owner, { name: '1' })
  const second = await addChair(owner, { name: '2' })
  await expect(addChair(owner, { name: '1' })).rejects.toMatchObject({ faults: [{ field: 'name', value: '1' }] })
  await expect(changeChair(owner, { chairId: second.chairId, name: '1' })).rejects.toMatchObject({ code: 'not-valid' })
  await changeChair(owner, { chairId, isClosed: true })
  expect((await peek(owner, chairs)).map(({ name, closedAt }) => [name, closedAt !== null])).toEqual([
    ['1', true],
    ['2', false],
  ])
  await changeChair(owner, { chairId, isClosed: false })
  expect((await peek(owner, chairs)).every(({ closedAt }) => closedAt === null)).toBe(true)
})

test('a closed day can be opened again', async () => {
  const owner = await (await testClinic()).as('owner')
  await closeDay(owner, { onDate: '2026-12-25', reason: 'Holiday' })
  await closeDay(owner, { onDate: '2026-12-25', reason: 'Christmas Day' })
  const [day] = await peek(owner, (tx) => closures(tx, '2026-11-23'))
  expect(day).toMatchObject({ onDate: '2026-12-25', reason: 'Christmas Day' })
  await reopenDay(owner, { closureId: day?.id ?? '' })
  expect(await peek(owner, (tx) => closures(tx, '2026-11-23'))).toEqual([])
})
