import { expect, type Page } from '@playwright/test'
import { newScreen } from './clinic.ts'
import { type Met, openMet } from './met.ts'
import { type Simulated, test } from './simulated.ts'

test.describe.configure({ mode: 'serial' })

const [OSPREY, OTHER] = ['408213', '975310']

let running: Simulated
let met: Met
let tablet: Page
let other: string

test.beforeAll(async ({ browser, simulated }) => {
  running = simulated
  met = openMet(running.url)
  const context = await newScreen(browser, 'tablet', running.url)
  met.follow(context)
  tablet = await context.newPage()
})
test.afterAll(() => tablet?.context().close())

type Person = { id: string; name: string; roles: string[] }

const entersAs = async ({ id }: Pick<Person, 'id'>) => {
  const headers = { origin: running.url, 'idempotency-key': crypto.randomUUID() }
  expect((await tablet.request.post('/api/auth/enter', { data: { accountId: id }, headers })).status()).toBe(201)
}
const nurses = async (): Promise<Person[]> => {
  const people: Person[] = await (await tablet.request.get('/api/auth/people')).json()
  return people.filter(({ roles }) => roles.includes('nurse'))
}
const setsPin = async (pin: string) => {
  await tablet.goto('/account')
  await tablet.getByLabel('PIN, six figures').fill(pin)
  await tablet.getByRole('button', { name: 'Set a PIN' }).click()
  await expect(tablet.getByRole('button', { name: 'Change the PIN' })).toBeVisible()
}
const types = async (name: string, pin: string) => {
  await locked().getByRole('button', { name, exact: true }).click()
  for (const figure of pin) await locked().getByRole('button', { name: figure, exact: true }).click()
}
const locked = () => tablet.getByRole('main', { name: 'Locked' })
const me = async (): Promise<Person> => (await tablet.request.get('/api/auth/me')).json()
const note = () => tablet.getByLabel('In words', { exact: true })
const opensTheNotePad = () => tablet.getByRole('navigation', { name: 'Chart' }).getByRole('button', { name: 'Note' }).click()

test('two nurses set a PIN on the tablet they share', async () => {
  const all = await nurses()
  const osprey = all.find(({ name }) => name === 'J. Osprey')
  const second = all.find(({ name }) => name !== 'J. Osprey')
  if (!osprey || !second) throw new Error('The simulated clinic has two nurses.')
  other = second.name
  await entersAs(second)
  await setsPin(OTHER)
  await entersAs(osprey)
  await setsPin(OSPREY)
  await met.look(tablet, 'account, with a PIN')
})

test('untouched for three minutes it locks: the chairs stay in sight, the person does not, and the server refuses everything else', async () => {
  await tablet.clock.install()
  await tablet.goto('/room')
  const row = tablet.getByRole('main').getByRole('listitem').filter({ hasText: 'Running' }).first()
  await row.getByRole('link').click()
  await expect(tablet.getByRole('region', { name: 'The infusion' })).toContainText('given')
  const patient = (await tablet.getByRole('heading', { level: 1 }).textContent()) ?? ''
  await opensTheNotePad()
  await note().fill('dizzy when the chair went back')
  await tablet.clock.runFor(120_000)
  await expect(locked()).toBeHidden()
  await tablet.clock.runFor(90_000)
  await expect(locked()).toBeVisible()
  await expect(locked()).toContainText(/Chair .*Infusion running, \d/)
  await expect(locked()).not.toContainText(patient)
  const asked = await tablet.request.get('/api/session/room')
  expect([asked.status(), (await asked.json()).code]).toEqual([401, 'locked'])
  await met.look(tablet, 'locked')
  await locked().getByRole('button', { name: 'J. Osprey', exact: true }).click()
  await met.look(tablet, 'locked, PIN')
  await tablet.getByRole('button', { name: 'Someone else' }).click()
})

test('a wrong PIN says how many tries are left; the right one goes on where she was, with what she had typed', async () => {
  await types('J. Osprey', '402915')
  await expect(tablet.getByRole('alert')).toContainText('4 tries left')
  for (const figure of OSPREY) await tablet.keyboard.press(figure)
  await expect(locked()).toBeHidden()
  await expect(note()).toHaveValue('dizzy when the chair went back')
  // No key of the PIN has reached the pads behind the lock.
  await expect(tablet.locator('[aria-pressed="true"][aria-label]')).toHaveCount(0)
  expect((await me()).name).toBe('J. Osprey')
})

test('the next nurse opens it under her own name and finds nothing of the first; the first finds her own again', async () => {
  await tablet.clock.runFor(200_000)
  await expect(locked()).toBeVisible()
  await types(other, OTHER)
  await expect(locked()).toBeHidden()
  await expect(tablet.getByRole('region', { name: 'The infusion' })).toContainText('given')
  expect((await me()).name).toBe(other)
  await opensTheNotePad()
  await expect(note()).toHaveValue('')
  await tablet.clock.runFor(200_000)
  await expect(locked()).toBeVisible()
  await types('J. Osprey', OSPREY)
  await expect(locked()).toBeHidden()
  await expect(tablet.getByRole('region', { name: 'The infusion' })).toContainText('given')
  await opensTheNotePad()
  await expect(note()).toHaveValue('dizzy when the chair went back')
})
