import { expect, type Page, test } from '@playwright/test'
import { linkIn, staff, takesTheirPlace, theOwnerInvites, theOwnerOpensTheClinic } from './acts/clinic-opens.ts'
import { addsSomebody } from './acts/people.ts'
import { type Clinic, openClinic } from './clinic.ts'

test.describe.configure({ mode: 'serial' })

let clinic: Clinic
let owner: Page
let nurse: Page
let personId: string

test.beforeAll(async ({ browser }) => {
  clinic = await openClinic('2026-11-23T15:00:00Z')
  owner = await clinic.screen(browser, 'desk')
  await theOwnerOpensTheClinic(owner, clinic)
  await theOwnerInvites(owner, 'nurse', { role: 'nurse', takesCalls: false })
  await clinic.strike()
  nurse = await takesTheirPlace(browser, clinic, 'nurse', await linkIn(owner, staff.nurse.email, 'invitation'), 'desk')
})
test.afterAll(() => clinic?.close())

const LIST = '**/api/records/people'
const ADD = '**/api/people/patients'
const add = () => nurse.getByRole('button', { name: 'Add', exact: true })
const fields = () => [
  nurse.getByLabel('First and last name'),
  nurse.getByLabel('Phone', { exact: true }),
  nurse.getByLabel('Email', { exact: true }),
  nurse.getByLabel('State where they are'),
]
const types = async (name: string) => {
  const [first, phone, email, state] = fields()
  await first?.fill(name)
  await phone?.fill('(540) 555-0164')
  await email?.fill('linnet@mail.example')
  await state?.selectOption('VA')
}

test('a list with nobody in it says how it begins, and one that fails is had again', async () => {
  await nurse.goto('/patients')
  await expect(nurse.getByRole('heading', { name: 'No one here yet' })).toBeVisible()
  await clinic.met.look(nurse, 'list, empty')
  await clinic.met.refused(503, async () => {
    await nurse.route(LIST, (route) => route.fulfill({ status: 503, json: { code: 'not-now', title: 'Cannot be had now' } }))
    await nurse.reload()
    await expect(nurse.getByText('Cannot be had now')).toBeVisible()
  })
  await clinic.met.look(nurse, 'list, failed')
  await nurse.unroute(LIST)
  await nurse.getByRole('button', { name: 'Try again' }).click()
  await expect(nurse.getByRole('heading', { name: 'No one here yet' })).toBeVisible()
})

test('all that is wrong is said at once, each at its own field, and the list of it has the focus', async () => {
  await nurse.goto('/patients')
  await nurse.getByRole('button', { name: 'Add a caller' }).click()
  await expect(fields()[0] ?? add()).toBeFocused()
  await clinic.met.refused(422, async () => {
    await add().click()
    await expect(nurse.getByRole('alert')).toBeFocused()
  })
  const faults = nurse.getByRole('alert').getByRole('listitem')
  await expect(faults).toHaveCount(4)
  for (const field of fields()) {
    await expect(field).toHaveAttribute('aria-invalid', 'true')
    const said = await field.getAttribute('aria-describedby')
    await expect(nurse.locator(`[id="${said?.split(' ').at(-1)}"]`)).not.toBeEmpty()
  }
  await faults.getByRole('link', { name: 'Phone' }).click()
  await expect(fields()[1] ?? add()).toBeFocused()
  await clinic.met.look(nurse, 'form, all that is wrong')
})

test('what could not be sent stays, here and after a reload; then it is sent once, however often it is pressed', async () => {
  await nurse.goto('/patients')
  await nurse.getByRole('button', { name: 'Add a caller' }).click()
  await types('Linnet Marsh')
  await clinic.met.offline(nurse.context(), async () => {
    await add().click()
    await expect(nurse.getByRole('alert')).toContainText('Not saved: there is no network')
  })
  await expect(fields()[0] ?? add()).toHaveValue('Linnet Marsh')
  await nurse.waitForTimeout(600)
  await nurse.reload()
  await nurse.getByRole('button', { name: 'Add a caller' }).click()
  await expect(fields()[2] ?? add()).toHaveValue('linnet@mail.example')
  await expect(nurse.getByText('Not saved yet', { exact: false })).toBeVisible()

  let sent = 0
  let answer = () => {}
  const held = new Promise<void>((resolve) => {
    answer = resolve
  })
  await nurse.route(ADD, async (route) => {
    sent += 1
    await held
    await route.continue()
  })
  await add().click()
  const under = nurse.getByRole('button', { name: /^Add\b.*sending/ })
  await under.click({ force: true })
  await under.click({ force: true })
  await fields()[0]?.press('Enter')
  answer()
  await nurse.waitForURL(/\/patients\/[0-9a-f-]{36}$/)
  expect(sent).toBe(1)
  await nurse.unroute(ADD)
  await nurse.goto('/patients')
  await expect(nurse.getByText('1 to 1 of 1')).toBeVisible()
  await nurse.getByRole('button', { name: 'Add a caller' }).click()
  await expect(fields()[0] ?? add()).toHaveValue('')
})

test('what another has changed meanwhile is said, and what was typed stays', async () => {
  personId = await addsSomebody(nurse, { name: 'Tansy Vale', phone: '(540) 555-0177', email: 'tansy@mail.example' })
  const notes = nurse.locator('#notes')
  await notes.getByRole('button', { name: 'Write a note' }).click()
  await notes.getByLabel('Note', { exact: true }).fill('seen in May')
  await notes.getByRole('button', { name: 'Save', exact: true }).click()
  await notes.getByRole('button', { name: 'Change seen in May' }).click()
  await notes.getByLabel('Note', { exact: true }).fill('seen in June')

  const other = await nurse.context().newPage()
  await other.goto(`/patients/${personId}`)
  await other.locator('#notes').getByRole('button', { name: 'Strike seen in May' }).click()
  await other
    .locator('#notes')
    .getByLabel(/^Why strike/)
    .fill('another person’s')
  await other
    .locator('#notes')
    .getByRole('button', { name: /^Strike/ })
    .last()
    .click()
  await expect(other.getByText('another person’s', { exact: false })).toBeVisible()
  await other.close({ runBeforeUnload: false })

  await clinic.met.refused(409, async () => {
    await notes.getByRole('button', { name: 'Save the change' }).click()
    await expect(notes.getByRole('alert')).toBeVisible()
  })
  await expect(notes.getByLabel('Note', { exact: true })).toHaveValue('seen in June')
})

test('a filter, an order and a page stand in the address, a name beside it; back and a reload find them', async () => {
  const more = Array.from({ length: 55 }, (_, i) => i)
  const failed = await nurse.evaluate(async (each) => {
    const answers = []
    for (const i of each)
      answers.push(
        await fetch('/api/people/patients', {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
          body: JSON.stringify({
            name: `Reed Number${String.fromCodePoint(65 + Math.floor(i / 8))}${String.fromCodePoint(97 + (i % 8))}`,
            phone: `(540) 555-0${String(200 + i)}`,
            email: `reed${i}@mail.example`,
            state: 'VA',
            zone: 'America/New_York',
          }),
        }),
      )
    return answers.filter(({ ok }) => !ok).map(({ status }) => status)
  }, more)
  expect(failed).toEqual([])
  await nurse.goto('/patients')
  const callers = nurse.getByRole('radio', { name: /^Callers/ })
  await callers.check()
  await nurse.getByLabel('Sort by').selectOption('name')
  await nurse.getByRole('button', { name: 'Next page' }).click()
  await expect(nurse).toHaveURL(/\/patients\?which=caller&sort=name&page=2$/)
  await expect(nurse.getByText('51 to 57 of 57')).toBeVisible()
  await nurse.reload()
  await expect(callers).toBeChecked()
  await expect(nurse.getByLabel('Sort by')).toHaveValue('name')
  await expect(nurse.getByText('51 to 57 of 57')).toBeVisible()
  await nurse.getByRole('link', { name: 'Tansy Vale' }).click()
  await expect(nurse.getByRole('heading', { name: 'Tansy Vale' })).toBeVisible()
  await nurse.goBack()
  await expect(nurse.getByText('51 to 57 of 57')).toBeVisible()

  const search = nurse.getByLabel('Name, phone, email, or birth date')
  await search.fill('linnet')
  await expect(nurse.getByRole('link', { name: 'Linnet Marsh' })).toBeVisible()
  await expect(nurse.getByText('1 to 1 of 1')).toBeVisible()
  await nurse.waitForTimeout(400)
  expect(nurse.url().toLowerCase()).not.toContain('linnet')
  await nurse.reload()
  await expect(search).toHaveValue('linnet')
  await expect(nurse.getByText('1 to 1 of 1')).toBeVisible()
  await nurse.getByRole('link', { name: 'Linnet Marsh' }).click()
  await nurse.goBack()
  await expect(search).toHaveValue('linnet')
  await nurse.getByRole('navigation').getByRole('link', { name: 'Patients' }).first().click()
  await expect(search).toHaveValue('')
  await expect(callers).not.toBeChecked()
})

test('an address that asks for a page that is not there shows the last one; one that asks for nonsense shows all', async () => {
  await nurse.goto('/patients?page=9')
  await expect(nurse.getByText('51 to 57 of 57')).toBeVisible()
  await nurse.goto('/patients?which=nobody&page=x&size=9999')
  await expect(nurse.getByText('1 to 50 of 57')).toBeVisible()
  await expect(nurse.getByRole('radio', { name: /^Everyone/ })).toBeChecked()
  await nurse.getByLabel('Name, phone, email, or birth date').fill('nobody by this name')
  await expect(nurse.getByRole('heading', { name: 'No match' })).toBeVisible()
})

test('a part of a page whose file is gone says so, and loading the page again mends it', async () => {
  await nurse.goto('/alerts')
  await expect(nurse.getByRole('radio', { name: 'Closed' })).toBeVisible()
  await nurse.route('**/assets/stock*.js', (route) => route.fulfill({ status: 404 }))
  await clinic.met.refused(404, async () => {
    await nurse.getByRole('navigation').getByRole('link', { name: 'Stock', exact: true }).first().click()
    await expect(nurse.getByText('This part of the page could not be loaded.')).toBeVisible()
  })
  await clinic.met.look(nurse, 'part that is gone')
  await nurse.unroute('**/assets/stock*.js')
  await nurse.getByRole('button', { name: 'Load the page again' }).click()
  await expect(nurse.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(nurse.getByText('This part of the page could not be loaded.')).toHaveCount(0)
})

test('the pages of this story can be used by everybody', () => {
  expect(clinic.met.faults).toEqual([])
})
