import { crc32, deflateSync } from 'node:zlib'
import { expect, type Page, test } from '@playwright/test'
import { linkIn, staff, takesTheirPlace, theOwnerInvites, theOwnerOpensTheClinic } from './acts/clinic-opens.ts'
import { type Clinic, openClinic } from './clinic.ts'

test.describe.configure({ mode: 'serial' })

const SITE = 'https://partner.example'
const STRANGER = 'https://stranger.example'
let clinic: Clinic
let owner: Page

const chunk = (type: string, data: Buffer) => {
  const named = Buffer.concat([Buffer.from(type), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
/** A plum square, as a drawing program would save it. */
const logo = () => {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(60, 0)
  head.writeUInt32BE(60, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(180, Buffer.from([122, 31, 92]))])
  const rows = deflateSync(Buffer.concat(Array.from({ length: 60 }, () => row)))
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))])
}

test.beforeAll(async ({ browser }) => {
  clinic = await openClinic('2026-11-23T15:00:00Z')
  owner = await clinic.screen(browser, 'desk')
  await theOwnerOpensTheClinic(owner, clinic)
  await theOwnerInvites(owner, 'nurse', { role: 'nurse', takesCalls: true })
  await clinic.strike()
  await takesTheirPlace(browser, clinic, 'nurse', await linkIn(owner, staff.nurse.email, 'invitation'), 'desk')
})
test.afterAll(() => clinic.close())

test('the owner sees how the clinic would look before anything is public', async ({ browser }) => {
  await owner.goto('/clinic/face')
  const drawing = { name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>') }
  await clinic.met.refused(422, async () => {
    await owner.getByLabel('Logo').setInputFiles(drawing)
    await expect(owner.getByRole('alert')).toContainText('an SVG or a JPEG is not taken')
  })
  await owner.getByLabel('Logo').setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: logo() })
  await expect(owner.getByAltText('The logo on dark ground')).toBeVisible()
  await owner.getByLabel('Color on light ground').fill('#7cc4bc')
  await expect(owner.getByText('not enough, at least 4.5 : 1 is needed').first()).toBeVisible()
  const look = owner.getByRole('button', { name: 'See how it looks' })
  await clinic.met.refused(422, async () => {
    await look.click()
    await expect(owner.getByRole('alert')).toContainText('this one has 1.85 : 1')
  })
  await owner.getByLabel('Color on light ground').fill('#7a1f5c')
  await owner.getByLabel('In English').nth(1).fill('Please tell us a day before.')
  await owner.getByLabel('Site 1').fill(SITE)
  await look.click()
  const frames = owner.locator('iframe[title*="as it would be"]')
  await expect(frames).toHaveCount(4)
  const shown = owner.frameLocator('iframe[title="Front page as it would be, light"]')
  await expect(shown.locator('header img')).toBeVisible()
  await clinic.met.look(owner, 'the clinic’s face')
  const visitor = await clinic.screen(browser, 'phone')
  await visitor.goto('/')
  await expect(visitor.locator('header img')).toHaveCount(0)
  await owner.getByRole('button', { name: 'Save: it is public at once' }).click()
  await expect(owner.getByText(/Version 1/).first()).toBeVisible()
})

test('a visitor finds logo, color and words', async ({ browser }) => {
  const visitor = await clinic.screen(browser, 'phone')
  await visitor.goto('/')
  await expect(visitor.locator('header img')).toBeVisible()
  const button = visitor.getByRole('link', { name: /Book/ }).first()
  await expect(button).toHaveCSS('background-color', 'rgb(122, 31, 92)')
  await clinic.met.look(visitor, 'home with a face of its own')
  await visitor.goto('/es/book?state=VA&zone=America/New_York')
  const policy = visitor.getByText('Please tell us a day before.')
  await expect(policy).toHaveAttribute('lang', 'en')
  await clinic.met.look(visitor, 'book with a face of its own, Spanish')
})

/** A site of somebody else with the one line of HTML in it. */
const siteWith = async (page: Page, site: string) => {
  const line = `<a href="${clinic.url}/en/book" data-dripline>Book a free call</a><script src="${clinic.url}/embed.js" async></script>`
  const html = `<!doctype html><html lang="en"><head><title>Partner</title></head><body><main><h1>Partner</h1>${line}</main></body></html>`
  // A browser asks before a public site reaches into this machine; a clinic's real address is public itself.
  await page.context().grantPermissions(['local-network-access'], { origin: site })
  await page.route(`${site}/**`, (route) => route.fulfill({ contentType: 'text/html', body: html }))
  await page.goto(`${site}/`)
}

test('on a site that the clinic has named a call is booked in the frame, by keyboard, and no cookie is set', async ({
  browser,
}) => {
  const page = await clinic.screen(browser, 'desk')
  await siteWith(page, SITE)
  const element = page.locator('iframe[title="Book a free call"]')
  await expect(element).toBeVisible()
  await expect(page.getByRole('link', { name: 'Book a free call' })).toBeHidden()
  const frame = page.frameLocator('iframe[title="Book a free call"]')
  const before = await element.evaluate((each) => each.clientHeight)
  await frame.getByText('Virginia', { exact: true }).click()
  const times = frame.locator('input[type=radio][name=start]')
  await expect(times.first()).toBeAttached()
  await expect.poll(() => element.evaluate((each) => each.clientHeight)).toBeGreaterThan(before)
  await times.first().focus()
  await page.keyboard.press('Space')
  await frame.getByLabel('First and last name').fill('Robin Madeupname')
  await frame.getByLabel(/^Phone/).fill('no phone')
  await frame.getByLabel(/^Email/).fill('robin@example.org')
  await clinic.met.refused(422, async () => {
    await frame.getByRole('button', { name: 'Book this call' }).click()
    await expect(frame.getByRole('alert')).toBeVisible()
  })
  await frame.getByLabel(/^Phone/).fill('(540) 555-0142')
  await frame.getByRole('button', { name: 'Español' }).click()
  await expect(frame.getByLabel('Nombre y apellido')).toHaveValue('Robin Madeupname')
  await expect(frame.getByLabel('Teléfono al que le llamamos')).toHaveValue('(540) 555-0142')
  await frame.getByRole('button', { name: 'Reservar esta llamada' }).focus()
  await page.keyboard.press('Enter')
  await expect(frame.getByRole('heading', { level: 1 })).toHaveText('Su llamada está reservada')
  await expect(frame.getByRole('link', { name: 'Cambiar o cancelar esta llamada' })).toHaveAttribute('target', '_top')
  expect(await page.context().cookies()).toEqual([])
})

test('on any other site the link stays', async ({ browser }) => {
  const page = await clinic.screen(browser, 'desk')
  await siteWith(page, STRANGER)
  await expect(page.locator('iframe')).toHaveCount(1)
  await expect(page.locator('iframe')).toBeHidden()
  await expect(page.getByRole('link', { name: 'Book a free call' })).toBeVisible()
})
