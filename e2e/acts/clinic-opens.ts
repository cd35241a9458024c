import { type Browser, expect, type Page } from '@playwright/test'
import { codeAt } from '../../server/src/platform/auth/testing-codes.ts'
import type { Clinic, Screen } from '../clinic.ts'

/** The people of the story. */
export const staff = {
  owner: { name: 'Maud Ledgerman', email: 'owner@juniper.example', password: 'a quiet book of accounts' },
  prescriber: { name: 'Ada Thistlewood', email: 'thistlewood@juniper.example', password: 'seven purple thistles', title: 'MD' },
  nurse: { name: 'Jo Osprey', email: 'osprey@juniper.example', password: 'an osprey over the lake', title: 'RN' },
  second: { name: 'Sam Heron', email: 'heron@juniper.example', password: 'a heron beside the reeds', title: 'RN' },
} as const

export type Part = keyof typeof staff

/** The owner, at the machine, makes the clinic on one page with the code of the terminal. */
export async function theOwnerOpensTheClinic(page: Page, clinic: Clinic) {
  const { code, met } = clinic
  clinics.set(new URL(clinic.url).origin, clinic)
  await page.goto('/set-up')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Set up your clinic')
  await met.look(page, 'set-up')
  await page.getByLabel('Name, as patients see it').fill('Juniper Infusion')
  await page.getByLabel('Phone, in clinic hours').fill('540-555-0100')
  await page.getByLabel('Phone, out of hours').fill('540-555-0199')
  await page.getByLabel('Address').fill('1 Ridge Road, Roanoke, VA 24011')
  await page.getByRole('checkbox', { name: 'Virginia', exact: true }).check()
  await page.getByLabel('Your name').fill(staff.owner.name)
  await page.getByLabel('Email').fill(staff.owner.email)
  await page.getByLabel('Password', { exact: true }).fill(staff.owner.password)
  await page.getByLabel('One-time code').fill('AAAA-BBBB-CCCC')
  await met.refused(403, async () => {
    await page.getByRole('button', { name: 'Open the clinic' }).click()
    await expect(page.getByRole('alert')).toBeVisible()
  })
  await expect(page.getByLabel('Name, as patients see it')).toHaveValue('Juniper Infusion')
  await page.getByLabel('Password', { exact: true }).fill(staff.owner.password)
  await page.getByLabel('One-time code').fill(code)
  await page.getByRole('button', { name: 'Open the clinic' }).click()
  await setsUpAnApp(page, 'owner')
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Juniper Infusion')
  await expect(page.getByText('Before the first patient')).toBeVisible()
}

type Terms = { role: 'nurse' | 'prescriber'; takesCalls: boolean }

/** The owner invites somebody; the letter lies in the mailbox a moment later. */
export async function theOwnerInvites(page: Page, part: Exclude<Part, 'owner'>, { role, takesCalls }: Terms) {
  const { name, email, title } = staff[part]
  await page.goto('/clinic')
  await page.getByRole('button', { name: 'Invite staff' }).click()
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: 'Send the invitation' }) })
  await form.getByLabel('Name', { exact: true }).fill(name)
  await form.getByLabel('Email').fill(email)
  await form.getByLabel('Title').fill(title)
  await form.getByRole('checkbox', { name: role === 'nurse' ? /^Nurse/ : /^Prescriber/ }).check()
  await form.getByRole('button', { name: 'Add a license' }).click()
  await form.getByLabel('State').selectOption('VA')
  await form.getByLabel('License', { exact: true }).selectOption(title)
  await form.getByLabel('Number').fill(`0001-${email.split('@')[0]}`)
  await form.getByLabel('Valid until').fill('2029-06-30')
  if (takesCalls) await form.getByRole('radio', { name: 'Yes' }).check()
  await form.getByRole('button', { name: 'Send the invitation' }).click()
  await expect(page.getByRole('rowheader', { name: new RegExp(name) })).toContainText(email)
}

/** The link in the letter to this address, read on the mailbox page. */
export async function linkIn(page: Page, address: string, purpose: string): Promise<string> {
  await page.goto('/mailbox')
  const letter = page.getByRole('listitem').filter({ hasText: `to ${address}` })
  const link = letter.locator(`a[href$="/${purpose}"]`).first()
  await expect(link).toBeAttached()
  const url = await link.getAttribute('href')
  return url ?? ''
}

/** Whoever was invited opens the link on their own screen and chooses a password. */
export async function takesTheirPlace(
  browser: Browser,
  clinic: Clinic,
  part: Exclude<Part, 'owner'>,
  link: string,
  kind: Screen,
) {
  const page = await clinic.screen(browser, kind)
  await page.goto(link)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`Welcome to Juniper Infusion, ${staff[part].name}`)
  if (part === 'nurse') await clinic.met.look(page, 'invitation')
  await page.getByLabel('Password', { exact: true }).fill(staff[part].password)
  await page.getByRole('button', { name: 'Take your place' }).click()
  await setsUpAnApp(page, part)
  await page.goto('/account')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('How you sign in')
  return page
}

const clinics = new Map<string, Clinic>()
/** What is in the pocket of each person: the key in their app, the last half minute they used, and their codes on paper. */
const pockets = new Map<string, { key: string; used: number; paper: string[] }>()

const HALF_MINUTE_MS = 30_000
const pocketOf = (page: Page, part: Part) => `${new URL(page.url()).origin} ${part}`
const halfMinute = (page: Page) =>
  Math.floor((clinics.get(new URL(page.url()).origin)?.now() ?? new Date()).getTime() / HALF_MINUTE_MS)

/** Whoever has only a password sets up an app on the one page that is open to them, and writes the recovery codes down. */
export async function setsUpAnApp(page: Page, part: Part) {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('How you sign in')
  await expect(page.getByText('Set up a passkey, or an app that shows codes.')).toBeVisible()
  if (part === 'owner') await clinics.get(new URL(page.url()).origin)?.met.look(page, 'second factor')
  await page.getByRole('button', { name: 'Set up an app' }).click()
  const address = await page.getByRole('link', { name: /^otpauth:/ }).textContent()
  const key = new URL(address ?? '').searchParams.get('secret') ?? ''
  const used = halfMinute(page)
  await page.getByLabel('Code it shows now').fill(codeAt(key, new Date(used * HALF_MINUTE_MS)))
  await page.getByRole('button', { name: 'Confirm the app' }).click()
  const codes = page.getByRole('listitem').filter({ hasText: /^\w{4}(-\w{4})+$/ })
  await expect(codes).toHaveCount(10)
  pockets.set(pocketOf(page, part), { key, used, paper: await codes.allTextContents() })
  await expect(page.getByText('That is set up.')).toBeVisible()
}

/** What the app shows, or null while it shows nothing that was not used yet. */
const appShows = (page: Page, part: Part): string | null => {
  const pocket = pockets.get(pocketOf(page, part))
  if (!pocket) throw new Error(`${part} has no app.`)
  const now = halfMinute(page)
  const step = Math.max(now, pocket.used + 1)
  if (step > now + 1) return null
  pocket.used = step
  return codeAt(pocket.key, new Date(step * HALF_MINUTE_MS))
}

/** Comes in again by password and code: a sign-in ends by itself when its hour is over. */
export async function comesIn(page: Page, part: Part, to: string) {
  await page.goto(`/sign-in?next=${encodeURIComponent(to)}`)
  await page.getByLabel('Email').fill(staff[part].email)
  await page.getByLabel('Password', { exact: true }).fill(staff[part].password)
  await page.getByRole('button', { name: 'Continue' }).click()
  const code = appShows(page, part) ?? pockets.get(pocketOf(page, part))?.paper.pop() ?? ''
  await page.getByLabel('Six digits from your app, or one of your recovery codes').fill(code)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL(`**${to}`)
}

/** A second person says who they are and proves it by password and code, on the screen of the first. */
export async function proves(page: Page, part: Part) {
  await page.getByRole('radio', { name: new RegExp(staff[part].name) }).check()
  await page.getByRole('button', { name: 'Password and code' }).click()
  await page.getByLabel('Password', { exact: true }).fill(staff[part].password)
  await page.getByLabel('Code from your app, if you have one').fill(appShows(page, part) ?? '')
  await page.getByRole('button', { name: 'Confirm' }).click()
}

/** The owner names a chair. */
export async function theOwnerAddsAChair(page: Page, name: string) {
  await page.goto('/clinic')
  await page.getByLabel('Name of the chair').fill(name)
  await page.getByRole('button', { name: 'Add the chair' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: name })).toBeVisible()
}

/** Two people receive the first vials. */
export async function twoPeopleReceiveVials(page: Page, { met }: Clinic) {
  await page.goto('/stock')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The safe is empty')
  await met.look(page, 'stock, empty')
  await page.getByRole('button', { name: 'Receive vials' }).click()
  await page.getByLabel('Lot, as printed').fill('JN4711')
  await page.getByLabel('How many vials').fill('12')
  await page.getByLabel('Expires').fill('2028-06-30')
  await page.getByLabel('Invoice number').fill('INV-1042')
  await page.getByRole('button', { name: 'Call a second person' }).click()
  await expect(page.getByRole('heading', { name: 'Second person' })).toBeVisible()
  await met.look(page, 'stock, second person')
  await proves(page, 'second')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/The book balances: 120\W*mL ketamine in the safe/)
}

/** A prescriber reads the defaults and approves them; nothing can be signed before. */
export async function thePrescriberApprovesTheDefaults(page: Page, { met }: Clinic) {
  await page.goto('/defaults')
  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading).toHaveText(/\d+ groups wait for a prescriber/)
  await met.look(page, 'defaults')
  await expect(page.getByRole('table').getByText('proposal, no study').first()).toBeVisible()
  const groups = Number.parseInt((await heading.textContent()) ?? '', 10)
  for (let left = groups - 1; left >= 0; left -= 1) {
    await page.getByRole('button', { name: /^Approve \d+ values?$/ }).click()
    await page.getByRole('button', { name: 'I have read them, approve' }).click()
    await expect(heading).toHaveText(left === 0 ? /^All / : new RegExp(`^${left} group`))
  }
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('All clinical defaults are approved')
}
