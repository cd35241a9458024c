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
  await page.getByRole('button', { name: 'Start recovery' }).click()
  await readsThePumpTotal(page, totalMl)
  await expect(page.getByRole('heading', { name: 'Waste what is left with a witness' })).toBeVisible()
  await met.look(page, 'visit, waste')
  await readsTheWaste(page, wastedMl)
  await page.getByRole('button', { name: 'Second person reads on this tablet' }).click()
  await proves(page, witness)
  await readsTheWaste(page, wastedMl)
  await expect(page.getByRole('heading', { name: /^Waste what is left|waste readings|reads the waste/ })).toBeHidden()
}

type Amounts = { totalMl: string; wastedMl: string }

const readsTheWaste = async (page: Page, ml: string) => {
  const form = page.getByRole('form', { name: /sees wasted$/ })
  await expect(form.getByLabel(/^Wasted, read by/)).toHaveValue('')
  await form.getByLabel(/^Wasted, read by/).fill(ml)
  await form.getByRole('button', { name: 'Save my reading' }).click()
}

/** What the pump itself says it gave, read after the stop; the computed amount stands beside it. */
export async function readsThePumpTotal(page: Page, ml: string) {
  await page.getByLabel('Volume infused, on the pump’s display').fill(ml)
  await page.getByRole('button', { name: 'Save total' }).click()
  await expect(page.getByText('Calculated from the log')).toBeVisible()
}

const gates = (page: Page) => page.getByRole('region', { name: 'Discharge criteria' })

/** While a gate is open nobody is discharged; each is met by its own act. */
export async function meetsTheGates(page: Page, { met }: Clinic, indication: 'pain' | 'depression') {
  await expect(
    page.getByRole('heading', { name: /^(One|Two|Three|Four|Five|Six|Seven|Eight|Nine|\d+) discharge criteri(on|a) not met$/ }),
  ).toBeVisible()
  await met.look(page, 'visit, gates')
  const list = gates(page)
  await list.getByRole('button', { name: 'Walks steadily, seen' }).click()
  if (indication === 'depression') await list.getByRole('button', { name: 'Asked, no change' }).click()
  await list.getByRole('button', { name: 'Escort is here' }).click()
  await list.getByRole('button', { name: 'None observed' }).click()
  await list.getByRole('button', { name: 'Teach-back now' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Teach-back done, all of it' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
}

export async function goesHome(page: Page, { met }: Clinic, name: string) {
  await expect(page.getByRole('heading', { name: `${name} is ready for discharge` })).toBeVisible()
  await page.getByRole('button', { name: 'Discharge' }).click()
  await expect(page.getByRole('heading', { name: /^Discharged home at/ })).toBeVisible()
  await met.look(page, 'visit, over')
}
