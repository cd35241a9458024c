import { expect, type Page, test } from '@playwright/test'
import { booksWithoutScript, type Caller } from './acts/booking.ts'
import { comesIn, linkIn, staff, takesTheirPlace, theOwnerInvites, theOwnerOpensTheClinic } from './acts/clinic-opens.ts'
import { type Clinic, openClinic } from './clinic.ts'

const posy: Caller = { name: 'Posy Imaginara', phone: '(540) 555 0163', email: 'posy@example.test' }

let clinic: Clinic
let owner: Page
let desk: Page

test.beforeAll(async () => {
  clinic = await openClinic('2026-11-23T13:00:00Z')
})
test.afterAll(async () => {
  await clinic?.close()
})

type Letter = {
  recipient: string | null
  subject: string | null
  body: string | null
  calendar: string | null
  sentAt: string | null
}

/** What the mail program of somebody would read, oldest first. */
const lettersTo = async (address: string): Promise<Letter[]> => {
  await clinic.strike()
  await comesIn(owner, 'owner', '/mailbox')
  const answer = (await (await owner.request.get('/api/people/mailbox')).json()) as Letter[] | { letters: Letter[] }
  const all = Array.isArray(answer) ? answer : answer.letters
  return all.filter(({ recipient, sentAt }) => recipient === address && sentAt).reverse()
}
const line = (calendar: string | null | undefined, name: string) =>
  (calendar ?? '')
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n')
    .find((each) => each.startsWith(name))

test('the desk moves a call and the caller’s calendar follows', async ({ browser }) => {
  owner = await clinic.screen(browser, 'desk')
  await theOwnerOpensTheClinic(owner, clinic)
  await theOwnerInvites(owner, 'prescriber', { role: 'prescriber', takesCalls: true })
  desk = await takesTheirPlace(browser, clinic, 'prescriber', await linkIn(owner, staff.prescriber.email, 'invitation'), 'desk')
  const phone = await clinic.screen(browser, 'phone', { javaScriptEnabled: false })
  await booksWithoutScript(phone, posy)
  const [first] = await lettersTo(posy.email)
  expect(first?.subject).toMatch(/^Your call with /)
  expect(line(first?.calendar, 'METHOD')).toBe('METHOD:REQUEST')

  await clinic.forward(1)
  await comesIn(desk, 'prescriber', '/calls')
  await clinic.met.look(desk, 'desk, day')
  await desk
    .getByRole('button', { name: new RegExp(posy.name) })
    .first()
    .click()
  await expect(desk.getByRole('link', { name: '(540) 555-0163' }).first()).toBeVisible()
  await desk.getByRole('button', { name: 'Move', exact: true }).click()
  await desk.getByLabel('Free time').selectOption({ index: 9 })
  await desk.getByRole('button', { name: 'Hold it and show the letter' }).click()
  await expect(desk.getByText('Nothing has moved yet')).toBeVisible()
  await expect(desk.getByText(/has a new time$/)).toBeVisible()
  await clinic.met.look(desk, 'desk, moving')
  expect(await lettersTo(posy.email)).toHaveLength(1)

  await desk.getByRole('button', { name: 'Move and tell' }).click()
  await expect(desk.getByText('Nothing has moved yet')).toBeHidden()
  await clinic.forward(1)
  const [, moved, ...more] = await lettersTo(posy.email)
  expect(more).toEqual([])
  expect(moved?.subject).toMatch(/has a new time$/)
  expect(line(moved?.calendar, 'UID')).toBe(line(first?.calendar, 'UID'))
  expect([line(first?.calendar, 'SEQUENCE'), line(moved?.calendar, 'SEQUENCE')]).toEqual(['SEQUENCE:0', 'SEQUENCE:1'])
  expect(line(moved?.calendar, 'DTSTART')).not.toBe(line(first?.calendar, 'DTSTART'))

  await desk.getByRole('button', { name: 'Cancel', exact: true }).click()
  await desk.getByRole('dialog').getByRole('button', { name: 'Cancel and tell' }).click()
  await expect(desk.getByRole('dialog')).toBeHidden()
  await expect(desk.getByText('canceled').first()).toBeVisible()
  await clinic.forward(1)
  const off = (await lettersTo(posy.email)).at(-1)
  expect([line(off?.calendar, 'METHOD'), line(off?.calendar, 'SEQUENCE')]).toEqual(['METHOD:CANCEL', 'SEQUENCE:2'])
  expect(clinic.met.faults).toEqual([])
})

test('by keys alone a call is picked up, carried, read about, moved, and moved back with its letter read again', async ({
  browser,
}) => {
  const clover: Caller = { name: 'Clover Samplett', phone: '(540) 555 0171', email: 'clover@example.test' }
  const phone = await clinic.screen(browser, 'phone', { javaScriptEnabled: false })
  await booksWithoutScript(phone, clover)
  await clinic.forward(1)
  const booked = async () => (await lettersTo(clover.email)).length
  expect(await booked()).toBe(1)
  await comesIn(desk, 'prescriber', '/calls')
  const block = desk.getByRole('button', { name: new RegExp(`^${clover.name}`) }).first()
  const heard = desk.getByRole('status').filter({ hasText: clover.name })

  await block.focus()
  await desk.keyboard.press('Enter')
  await expect(heard).toContainText('picked up')
  await desk.keyboard.press('Escape')
  await expect(heard).toContainText('put back. Nothing has moved.')
  await desk.keyboard.press('Space')
  await desk.keyboard.press('ArrowDown')
  await desk.keyboard.press('ArrowDown')
  await desk.keyboard.press('Enter')
  await expect(desk.getByText('Nothing has moved yet.', { exact: false }).first()).toBeVisible()
  await expect(desk.getByText(/has a new time$/)).toBeVisible()
  expect(await booked()).toBe(1)
  await desk.goto('/calls')
  await block.focus()
  await desk.keyboard.press('Enter')
  await desk.keyboard.press('ArrowDown')
  await desk.keyboard.press('Enter')
  await expect(desk.getByText(/has a new time$/)).toBeVisible()
  await desk.getByRole('button', { name: 'Move and tell' }).press('Enter')
  await desk.getByRole('button', { name: /^Undo: back to/ }).press('Enter')
  // No letter has told them of the first move yet: back where they know it, none goes.
  await expect(desk.getByText('They know this time already, so no letter goes.')).toBeVisible()
  await clinic.met.look(desk, 'desk, undoing a move')
  await clinic.forward(1)
  await clinic.strike()
  // The first letter has gone meanwhile: nothing moves before the one that goes now is read.
  await clinic.met.refused(409, async () => {
    await desk.getByRole('button', { name: 'Move', exact: true }).last().press('Enter')
    await expect(desk.getByText('Please read it again', { exact: false })).toBeVisible()
    await expect(desk.getByText(/has a new time$/)).toBeVisible()
  })
  await desk.getByRole('button', { name: 'Move and tell' }).press('Enter')
  await expect(desk.getByRole('button', { name: /^Undo: back to/ })).toBeVisible()
  await desk.goto('/calls?view=week')
  await desk.reload()
  await expect(desk.getByRole('button', { name: 'Week', exact: true })).toHaveAttribute('aria-pressed', 'true')
  await desk.goBack()
  expect(clinic.met.faults).toEqual([])
})

test('the owner closes a day: whose booking it touches is read first, and their calendar follows', async ({ browser }) => {
  const fern: Caller = { name: 'Fern Pretender', phone: '(540) 555 0187', email: 'fern@example.test' }
  await booksWithoutScript(await clinic.screen(browser, 'phone', { javaScriptEnabled: false }), fern)
  const [first] = await lettersTo(fern.email)
  const day = (line(first?.calendar, 'DTSTART') ?? '').replace(/^.*(\d{4})(\d\d)(\d\d)T.*$/, '$1-$2-$3')
  await clinic.forward(1)
  await comesIn(owner, 'owner', '/clinic')
  await owner.getByLabel('Day', { exact: true }).fill(day)
  await owner.getByLabel('Reason', { exact: true }).fill('Snow')
  await owner.getByRole('button', { name: 'Close the day', exact: true }).click()
  await expect(owner.getByText('2 bookings are touched by this. Nothing has changed yet.')).toBeVisible()
  await clinic.met.look(owner, 'closing a day, asked')
  for (const name of [fern.name, 'Clover Samplett']) await owner.getByLabel(`What happens with ${name}`).selectOption('canceled')
  await owner.getByRole('button', { name: 'Close the day and tell them' }).click()
  await expect(owner.getByText('Done. This is what became of each.')).toBeVisible()
  await clinic.met.look(owner, 'closing a day, done')
  await clinic.forward(1)
  const off = (await lettersTo(fern.email)).at(-1)
  expect(line(off?.calendar, 'UID')).toBe(line(first?.calendar, 'UID'))
  expect([line(off?.calendar, 'METHOD'), line(off?.calendar, 'SEQUENCE')]).toEqual(['METHOD:CANCEL', 'SEQUENCE:1'])
  expect(clinic.met.faults).toEqual([])
})
