import { expect, type Page } from '@playwright/test'
import type { Clinic } from '../clinic.ts'
import { type Part, proves } from './clinic-opens.ts'
import { chartsSigns } from './visit.ts'

const EVERY_MINUTES = 15

/** Signs are charted each quarter of an hour until so many minutes are over. */
export async function watchesOver(page: Page, clinic: Clinic, minutes: number) {
  for (let over = 0; over < minutes; over += EVERY_MINUTES) {
    await clinic.forward(Math.min(EVERY_MINUTES, minutes - over))
    await chartsSigns(page, ['146', '84', '74', '98'])
  }
}

/** What was drawn and not given is destroyed before a witness, before anything else can be closed. */
export async function wastesWithAWitness(page: Page, { met }: Clinic, witness: Part, { totalMl, wastedMl }: Amounts) {
  await page.getByRole('button', { name: 'Recovery begins' }).click()
  await readsThePumpTotal(page, totalMl)
  await expect(page.getByRole('heading', { name: 'What is left waits for waste by two people' })).toBeVisible()
  await met.look(page, 'visit, waste')
  await readsTheWaste(page, wastedMl)
  await page.getByRole('button', { name: 'The second person reads on this tablet' }).click()
  await proves(page, witness)
  await readsTheWaste(page, wastedMl)
  await expect(page.getByRole('heading', { name: /waits? for waste|of the waste|reads the waste/ })).toBeHidden()
}

type Amounts = { totalMl: string; wastedMl: string }

const readsTheWaste = async (page: Page, ml: string) => {
  const form = page.getByRole('form', { name: /sees destroyed$/ })
  await expect(form.getByLabel(/^Wasted, read by/)).toHaveValue('')
  await form.getByLabel(/^Wasted, read by/).fill(ml)
  await form.getByRole('button', { name: 'Store my reading' }).click()
}

/** What the pump itself says it gave, read after the stop; the computed amount stands beside it. */
export async function readsThePumpTotal(page: Page, ml: string) {
  await page.getByLabel('Volume infused, on the pump’s display').fill(ml)
  await page.getByRole('button', { name: 'Store the total' }).click()
  await expect(page.getByText('Computed from the log')).toBeVisible()
}

const gates = (page: Page) => page.getByRole('region', { name: 'Gates before going home' })

/** While a gate is open nobody is discharged; each is met by its own act. */
export async function meetsTheGates(page: Page, { met }: Clinic, indication: 'pain' | 'depression') {
  await expect(page.getByRole('heading', { name: /missing before going home$/ })).toBeVisible()
  await met.look(page, 'visit, gates')
  const list = gates(page)
  await list.getByRole('button', { name: 'Seen walking, steady' }).click()
  if (indication === 'depression') await list.getByRole('button', { name: 'Asked, no change' }).click()
  await list.getByRole('button', { name: 'They are here' }).click()
  await list.getByRole('button', { name: 'None observed' }).click()
  await list.getByRole('button', { name: 'Read back now' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Read back, all of it' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
}

export async function goesHome(page: Page, { met }: Clinic, name: string) {
  await expect(page.getByRole('heading', { name: `${name} may go home` })).toBeVisible()
  await page.getByRole('button', { name: 'Discharge' }).click()
  await expect(page.getByRole('heading', { name: /^Went home at/ })).toBeVisible()
  await met.look(page, 'visit, over')
}
