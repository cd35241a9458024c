import { expect, type Page, test } from '@playwright/test'
import { comesIn, linkIn, staff, takesTheirPlace, theOwnerInvites, theOwnerOpensTheClinic } from './acts/clinic-opens.ts'
import { type Clinic, openClinic } from './clinic.ts'

test.describe.configure({ mode: 'serial' })

let clinic: Clinic
let owner: Page

test.beforeAll(async ({ browser }) => {
  clinic = await openClinic('2026-11-23T15:00:00Z')
  owner = await clinic.screen(browser, 'desk')
  await theOwnerOpensTheClinic(owner, clinic)
  await theOwnerInvites(owner, 'nurse', { role: 'nurse', takesCalls: true })
  await clinic.strike()
  await takesTheirPlace(browser, clinic, 'nurse', await linkIn(owner, staff.nurse.email, 'invitation'), 'desk')
})
test.afterAll(() => clinic.close())

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const isSpanish = async (page: Page) => expect(page.locator('html')).toHaveAttribute('lang', 'es')

type Letter = { recipient: string; subject: string; body: string }
/** The letters to an address that lie in the mailbox. */
const lettersTo = async (email: string): Promise<Letter[]> => {
  await clinic.forward(1)
  await comesIn(owner, 'owner', '/mailbox')
  const answer = (await (await owner.request.get('/api/people/mailbox')).json()) as Letter[] | { letters: Letter[] }
  const all = Array.isArray(answer) ? answer : answer.letters
  return all.filter(({ recipient }) => recipient === email)
}

const subjectsTo = async (email: string) => (await lettersTo(email)).map(({ subject }) => subject)

/** Books from the front page, in Spanish, the first free time; the browser likes Spanish, and nobody has chosen anything. */
const booksInSpanish = async (page: Page, email: string) => {
  await page.goto('/')
  await expect(page).toHaveURL(/\/es$/)
  await isSpanish(page)
  await clinic.met.look(page, 'home, Spanish')
  await page.getByRole('link', { name: 'Reserve una llamada gratis de 15 minutos' }).last().click()
  await expect(heading(page)).toHaveText('Reserve una llamada gratis de 15 minutos')
  await page.getByText('Virginia', { exact: true }).click()
  const show = page.getByRole('button', { name: 'Ver las horas' })
  if (await show.isVisible()) await show.click()
  const times = page.locator('input[type=radio][name=start]')
  await expect(times.first()).toBeAttached()
  await expect(page).toHaveURL(/\/es\/book\?/)
  await clinic.met.look(page, 'book, Spanish')
  await times.first().check({ force: true })
  await page.getByLabel('Nombre y apellido').fill('Alondra Madeupname')
  await page.getByLabel('Teléfono al que le llamamos').fill('(540) 555-0142')
  await page.getByLabel('Correo electrónico, para la confirmación').fill(email)
  await page.getByRole('button', { name: 'Reservar esta llamada' }).click()
  await expect(heading(page)).toHaveText('Su llamada está reservada')
  await isSpanish(page)
  await clinic.met.look(page, 'appointment, Spanish')
}

for (const javaScriptEnabled of [true, false])
  test(`a visitor books, moves and cancels in Spanish, ${javaScriptEnabled ? 'with' : 'without'} script`, async ({ browser }) => {
    const email = `alondra.${javaScriptEnabled}@example.test`
    const page = await clinic.screen(browser, 'phone', { javaScriptEnabled, locale: 'es-MX' })
    await booksInSpanish(page, email)
    const [told] = await lettersTo(email)
    expect(told?.subject).toMatch(/^Su llamada con /)
    expect(told?.body).toMatch(/^Hola, Alondra Madeupname:[\s\S]*cambie o cancele su llamada aquí: http/)

    await page.getByRole('link', { name: 'Cambiar la hora' }).click()
    await expect(heading(page)).toHaveText('Cambie la hora de su llamada')
    await page.locator('input[type=radio][name=start]:not([value=keep])').nth(2).check({ force: true })
    await page.getByRole('button', { name: 'Enviar' }).click()
    await expect(heading(page)).toHaveText('Su llamada está reservada')
    expect(await subjectsTo(email)).toContainEqual(expect.stringMatching(/tiene otra hora$/))

    await page.getByRole('link', { name: 'English' }).click()
    await expect(heading(page)).toHaveText('Your call is booked')
    await page.getByRole('link', { name: 'Español' }).click()
    await isSpanish(page)

    await page.getByRole('link', { name: 'Cancelar' }).click()
    await page.getByText('Cancelar la llamada', { exact: true }).click()
    await page.getByRole('button', { name: 'Enviar' }).click()
    await expect(heading(page)).toHaveText('Su llamada está cancelada')
    expect(await subjectsTo(email)).toContainEqual(expect.stringMatching(/está cancelada$/))
    await page.context().close()
  })

test('whoever reads in another language than they are written to in may change that', async ({ browser }) => {
  const email = 'alondra.changes@example.test'
  const page = await clinic.screen(browser, 'phone', { locale: 'es-MX' })
  await booksInSpanish(page, email)
  expect(await lettersTo(email)).toHaveLength(1)
  await page.getByRole('link', { name: 'English' }).click()
  await clinic.met.look(page, 'appointment, written to in another language')
  await page.getByText('Write to me in English').click()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(heading(page)).toHaveText('Your call is booked')
  await page.getByRole('link', { name: 'Cancel' }).click()
  await page.getByText('Cancel the call', { exact: true }).click()
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(heading(page)).toHaveText('Your call is canceled')
  expect(await subjectsTo(email)).toContainEqual(expect.stringMatching(/^Your call with .* is canceled$/))
  await page.context().close()
})

test('two hundred looks in two languages, among one another, give no mixed page', async () => {
  const tells = {
    es: ['<html lang="es"', 'Reserve una llamada gratis', 'Lo que se sabe y lo que no', 'Ir a la página'],
    en: ['<html lang="en"', 'Book a free 15-minute call', 'What is known, and what is not', 'Skip to the page'],
  } as const
  const look = async (i: number) => {
    const [own, other] = i % 2 === 0 ? (['es', 'en'] as const) : (['en', 'es'] as const)
    const page = await (await fetch(`${clinic.url}/${own}`)).text()
    return { lacks: tells[own].filter((text) => !page.includes(text)), mixed: tells[other].filter((text) => page.includes(text)) }
  }
  const seen: Awaited<ReturnType<typeof look>>[] = []
  for (let i = 0; i < 200; i += 20) seen.push(...(await Promise.all(Array.from({ length: 20 }, (_, n) => look(i + n)))))
  expect(seen).toHaveLength(200)
  expect(seen.flatMap(({ lacks, mixed }) => [...lacks, ...mixed])).toEqual([])
})

test('an address says its language, and where the page stands in the other', async () => {
  const head = await (await fetch(`${clinic.url}/es/book`)).text()
  expect(head).toContain(`<link rel="canonical" href="${clinic.url}/es/book">`)
  expect(head).toContain(`<link rel="alternate" hreflang="en" href="${clinic.url}/book">`)
  expect(head).toContain(`<link rel="alternate" hreflang="x-default" href="${clinic.url}/book">`)
})

test('the pages of this story can be used by everybody', () => {
  expect(clinic.met.faults).toEqual([])
})
