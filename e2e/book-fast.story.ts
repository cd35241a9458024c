import { expect, type Page, test } from '@playwright/test'
import { linkIn, staff, takesTheirPlace, theOwnerInvites, theOwnerOpensTheClinic } from './acts/clinic-opens.ts'
import { type Clinic, openClinic } from './clinic.ts'

test.describe.configure({ mode: 'serial' })

let clinic: Clinic

test.beforeAll(async ({ browser }) => {
  clinic = await openClinic('2026-11-23T15:00:00Z')
  const owner = await clinic.screen(browser, 'desk')
  await theOwnerOpensTheClinic(owner, clinic)
  await theOwnerInvites(owner, 'nurse', { role: 'nurse', takesCalls: true })
  await clinic.strike()
  await takesTheirPlace(browser, clinic, 'nurse', await linkIn(owner, staff.nurse.email, 'invitation'), 'desk')
})
test.afterAll(() => clinic?.close())

const words = {
  'en-US': {
    way: 'Book a free 15-minute call',
    show: 'Show times',
    fields: ['First and last name', 'Phone, where we call you', 'Email, for the confirmation'],
    send: 'Book this call',
    done: 'Your call is booked',
  },
  'es-MX': {
    way: 'Reserve una llamada gratis de 15 minutos',
    show: 'Ver las horas',
    fields: ['Nombre y apellido', 'Teléfono al que le llamamos', 'Correo electrónico, para la confirmación'],
    send: 'Reservar esta llamada',
    done: 'Su llamada está reservada',
  },
} as const
type Locale = keyof typeof words
const MOST_TAPS = 12

const times = (page: Page) => page.locator('input[type=radio][name=start]')
const fields = (page: Page, locale: Locale) => words[locale].fields.map((label) => page.getByLabel(label))

/** Chooses a state; the times that follow are in view. */
const choosesState = async (page: Page, locale: Locale): Promise<number> => {
  await page.getByText('Virginia', { exact: true }).click()
  const show = page.getByRole('button', { name: words[locale].show })
  const needsPress = await show.isVisible()
  if (needsPress) await show.click()
  await expect(times(page).first()).toBeAttached()
  return needsPress ? 2 : 1
}

for (const locale of ['en-US', 'es-MX'] as const)
  for (const javaScriptEnabled of [true, false])
    test(`a call is booked on a phone, ${locale}, ${javaScriptEnabled ? 'with' : 'without'} script, in twelve taps at most`, async ({
      browser,
    }) => {
      const page = await clinic.screen(browser, 'phone', { javaScriptEnabled, locale })
      const began = Date.now()
      await page.goto('/')
      let taps = 1
      await page.getByRole('link', { name: words[locale].way }).last().click()
      taps += await choosesState(page, locale)
      await times(page).first().check({ force: true })
      taps += 1
      const said = ['Robin Madeupname', '(540) 555-0142', `robin.${locale}.${javaScriptEnabled}@example.test`.toLowerCase()]
      for (const [i, field] of fields(page, locale).entries()) {
        await field.fill(said[i] ?? '')
        taps += 1
      }
      await page.getByRole('button', { name: words[locale].send }).click()
      taps += 1
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words[locale].done)
      test.info().annotations.push({ type: 'a call booked', description: `${Date.now() - began} ms, ${taps} taps` })
      console.log(`booked, ${locale}, ${javaScriptEnabled ? 'with' : 'without'} script: ${Date.now() - began} ms, ${taps} taps`)
      expect(taps).toBeLessThanOrEqual(MOST_TAPS)
      await page.context().close()
    })

test('a time is kept from the first word on and not by looking; whoever else looks is not offered it, and leaving lets it go', async ({
  browser,
}) => {
  const [mine, yours] = [await clinic.screen(browser, 'phone'), await clinic.screen(browser, 'phone')]
  await mine.goto('/book')
  await choosesState(mine, 'en-US')
  await times(mine).first().check({ force: true })
  const start = (await times(mine).first().getAttribute('value')) ?? ''
  const offered = async () => {
    await yours.goto('/book?state=VA')
    return await yours.locator(`input[name=start][value="${start}"]`).count()
  }
  expect(await offered()).toBe(1)
  await mine.getByLabel('First and last name').fill('Robin')
  await expect(mine.getByText('We keep this time for you for 5 more minutes.')).toBeVisible()
  await clinic.met.look(mine, 'book, a time kept')
  await expect(mine.locator('input[name=form-sum]')).toHaveValue(/^\d+([.]\d+){15}$/)
  expect(await offered()).toBe(0)
  await mine.goto('/')
  await expect.poll(offered).toBe(1)
  await Promise.all([mine.context().close(), yours.context().close()])
})

test('when its minutes are over the form says so, keeps every word and offers what is near; it can be booked all the same', async ({
  browser,
}) => {
  const page = await clinic.screen(browser, 'phone')
  await page.clock.install()
  await page.goto('/book')
  await choosesState(page, 'en-US')
  await times(page).first().check({ force: true })
  await page.getByLabel('First and last name').fill('Robin Madeupname')
  await expect(page.getByText('We keep this time for you for 5 more minutes.')).toBeVisible()
  await page.clock.fastForward('03:30')
  await expect(page.getByText('We keep this time for you for 2 more minutes.')).toBeVisible()
  await clinic.forward(5)
  await page.clock.fastForward('02:00')
  await expect(page.getByText('We could not keep that time any longer.')).toBeVisible()
  const near = page.getByRole('list', { name: 'Free times near it' }).getByRole('button')
  await expect(near).toHaveCount(3)
  await clinic.met.look(page, 'book, no longer kept')
  await expect(page.getByLabel('First and last name')).toHaveValue('Robin Madeupname')
  await near.nth(1).click()
  await page.getByLabel('Phone, where we call you').fill('(540) 555-0142')
  await page.getByLabel('Email, for the confirmation').fill('robin.late@example.test')
  await page.getByRole('button', { name: 'Book this call' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your call is booked')
  await page.context().close()
})
