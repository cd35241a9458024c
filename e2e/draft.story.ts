import { expect, type Page, test } from '@playwright/test'
import { comesIn, linkIn, staff, takesTheirPlace, theOwnerInvites, theOwnerOpensTheClinic } from './acts/clinic-opens.ts'
import { addsSomebody } from './acts/people.ts'
import { type Clinic, openClinic } from './clinic.ts'

test.describe.configure({ mode: 'serial' })

const WORDS = 'pain in the left foot since a fall, worse at night'
const NAME = 'Blue Juniper Infusion'

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
  personId = await addsSomebody(nurse, { name: 'Linnet Marsh', phone: '(540) 555-0164', email: 'linnet@mail.example' })
})
test.afterAll(() => clinic?.close())

const isBack = (page: Page) => expect(page.getByText('Not saved yet', { exact: false })).toBeVisible()
/** Drafts are written a moment after the last key. */
const isKept = (page: Page) => page.waitForTimeout(600)

/** What the browser holds of drafts: how many, whether words can be read in them, and whether a key can be read out. */
const heldIn = (page: Page, words: string) =>
  page.evaluate(async (sought) => {
    if (!(await indexedDB.databases()).some(({ name }) => name === 'dripline-drafts'))
      return { drafts: 0, isReadable: false, isOpen: false }
    const all = <T>(db: IDBDatabase, name: string) =>
      new Promise<T[]>((resolve) => {
        const request = db.transaction(name).objectStore(name).getAll()
        request.onsuccess = () => resolve(request.result)
      })
    const db = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('dripline-drafts')
      request.onsuccess = () => resolve(request.result)
    })
    const drafts = await all<{ text: ArrayBuffer }>(db, 'drafts')
    const keys = await all<CryptoKey>(db, 'keys')
    db.close()
    const isReadable = drafts.some(({ text }) => new TextDecoder().decode(text).includes(sought))
    return { drafts: drafts.length, isReadable, isOpen: keys.some(({ extractable }) => extractable) }
  }, words)

test('the clinic’s settings come back after a reload, are saved, and are a draft no more', async () => {
  await owner.goto('/clinic')
  const name = owner.getByLabel('Name, as patients see it')
  const maryland = owner.getByRole('checkbox', { name: 'Maryland', exact: true })
  await name.fill(NAME)
  await maryland.check()
  await isKept(owner)
  await owner.reload()
  await isBack(owner)
  await expect(name).toHaveValue(NAME)
  await expect(maryland).toBeChecked()
  await clinic.met.look(owner, 'settings, draft')
  await owner.getByRole('button', { name: 'Discard it' }).first().click()
  await expect(name).toHaveValue('Juniper Infusion')
  await expect(maryland).not.toBeChecked()
  await name.fill(NAME)
  await isKept(owner)
  await owner.reload()
  await expect(name).toHaveValue(NAME)
  await owner.getByRole('button', { name: 'Save the settings' }).click()
  await expect(owner.getByText('Saved.', { exact: true })).toBeVisible()
  await isKept(owner)
  await owner.reload()
  await expect(name).toHaveValue(NAME)
  await expect(owner.getByText('Not saved yet', { exact: false })).toHaveCount(0)
})

test('a note comes back sealed; a second tab with other words asks which is meant', async () => {
  await nurse.goto(`/patients/${personId}`)
  const begin = async (page: Page) => {
    await page.locator('#notes').getByRole('button', { name: 'Write a note' }).click()
    return page.locator('#notes').getByLabel('Note', { exact: true })
  }
  const note = await begin(nurse)
  await note.fill(WORDS)
  await isKept(nurse)
  expect(await heldIn(nurse, WORDS)).toEqual({ drafts: 1, isReadable: false, isOpen: false })
  await nurse.reload()
  await begin(nurse)
  await expect(note).toHaveValue(WORDS)
  await isBack(nurse)
  const other = await nurse.context().newPage()
  await other.goto(`/patients/${personId}`)
  const there = await begin(other)
  await expect(there).toHaveValue(WORDS)
  await there.fill('seen by a neurologist in May')
  await expect(nurse.getByText('Another tab has a different text for this.')).toBeVisible()
  await expect(nurse.getByText('“seen by a neurologist in May”', { exact: false })).toBeVisible()
  await expect(note).toHaveValue(WORDS)
  await clinic.met.look(nurse, 'chart, two tabs')
  await nurse.getByRole('button', { name: 'Use the other' }).click()
  await expect(note).toHaveValue('seen by a neurologist in May')
  await other.close({ runBeforeUnload: false })
})

test('a day later, or once anybody signs out here, it is gone', async () => {
  await nurse.goto(`/patients/${personId}/screening`)
  await nurse.getByLabel('Height', { exact: true }).fill('171')
  await isKept(nurse)
  await clinic.forward(25 * 60)
  await comesIn(nurse, 'nurse', `/patients/${personId}/screening`)
  await expect(nurse.getByLabel('Height', { exact: true })).toHaveValue('')
  await nurse.getByLabel('Height', { exact: true }).fill('172')
  await isKept(nurse)
  await nurse.reload()
  await expect(nurse.getByLabel('Height', { exact: true })).toHaveValue('172')
  await nurse.getByRole('button', { name: staff.nurse.name }).click()
  await nurse.getByText('Sign out', { exact: true }).click()
  await nurse.waitForURL('**/sign-in**')
  expect(await heldIn(nurse, '172')).toEqual({ drafts: 0, isReadable: false, isOpen: false })
  await comesIn(nurse, 'nurse', `/patients/${personId}/screening`)
  await expect(nurse.getByLabel('Height', { exact: true })).toHaveValue('')
})

test('the pages of this story can be used by everybody', () => {
  expect(clinic.met.faults).toEqual([])
})
