import { expect, type Locator, type Page, test } from '@playwright/test'
import { theOwnerOpensTheClinic } from './acts/clinic-opens.ts'
import { type Clinic, openClinic } from './clinic.ts'

test.describe.configure({ mode: 'serial' })

const PATH = '/articles/how-ketamine-works-on-pain'
const TURNS = ['known-before', 'cork', 'held', 'weeks', 'twenty', 'feels', 'sure', 'known-after']
const MOST_TABS = 400

test.use({ actionTimeout: 15_000 })

let clinic: Clinic

test.beforeAll(async ({ browser }) => {
  clinic = await openClinic('2026-11-30T15:00:00Z')
  const owner = await clinic.screen(browser, 'desk')
  await theOwnerOpensTheClinic(owner, clinic)
  await owner.context().close()
})
test.afterAll(async () => {
  await clinic?.close()
})

type Focused = { turn: string; kind: string; isAnswered: boolean; isShut: boolean; name: string }

/** Where the keyboard is, as far as keys need to know. */
const focused = (page: Page): Promise<Focused> =>
  page.evaluate(() => {
    const at = document.activeElement
    const input = at instanceof HTMLInputElement ? at : null
    const group = input?.type === 'radio' && input.form?.querySelector(`input[name="${input.name}"]:checked`)
    return {
      turn: at?.closest<HTMLElement>('[data-turn]')?.dataset.turn ?? '',
      kind: input?.type ?? at?.getAttribute('role') ?? at?.tagName.toLowerCase() ?? '',
      isAnswered: Boolean(group) || (input?.type === 'number' && input.value !== ''),
      isShut: at?.getAttribute('aria-disabled') === 'true',
      name: at?.textContent ?? '',
    }
  })

/** Does with keys what a reader does with the thing they are on; gives what it was. */
async function use(page: Page, { kind, isAnswered, isShut, name }: Focused): Promise<string> {
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
    return kind
  }
  if (kind === 'range') return press('ArrowRight', 'ArrowRight', 'ArrowRight')
  if (kind === 'radio' && !isAnswered) return press('Space')
  if (kind === 'number' && !isAnswered) return press('Digit5')
  if (kind === 'treeitem') return press('ArrowRight', 'ArrowDown', 'ArrowLeft')
  if (kind === 'button' && !isShut && !/Forget|again|Clear|Skip|Again/i.test(name)) return press('Enter')
  return ''
}

test('the article is played to its end by the keyboard alone, all six turns and what is asked before and after', async ({
  browser,
}) => {
  const page = await clinic.screen(browser, 'desk')
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto(PATH)
  const used = new Map<string, Set<string>>()
  const says = page.locator('#says')
  await page.locator('#main').focus()
  await page.keyboard.press('Tab')
  for (const turn of TURNS) await expect(page.locator(`[data-turn="${turn}"]`), turn).toHaveAttribute('data-played')
  for (let i = 0; i < MOST_TABS; i++) {
    await page.keyboard.press('Tab')
    const at = await focused(page)
    if (at.turn === '') {
      if (at.kind === 'a' && (await page.locator('footer a:focus').count()) > 0 && used.size === TURNS.length) break
      continue
    }
    await expect(page.locator(`[data-turn="${at.turn}"]`)).toHaveAttribute('data-played')
    const before = await says.innerText()
    const act = await use(page, await focused(page))
    if (act !== '') used.set(at.turn, (used.get(at.turn) ?? new Set()).add(act))
    // What a setting has changed is said, at most once a second.
    if (act === 'range') await expect(says, at.turn).not.toHaveText(before === '' ? /^$/ : before)
  }
  expect([...used.keys()].sort()).toEqual([...TURNS].sort())
  for (const turn of ['cork', 'held', 'twenty', 'feels', 'sure'])
    expect([turn, [...(used.get(turn) ?? [])]]).toEqual([turn, expect.arrayContaining(['range'])])
  for (const turn of ['twenty', 'feels', 'known-before', 'known-after'])
    expect([turn, [...(used.get(turn) ?? [])]]).toEqual([turn, expect.arrayContaining(['button'])])
  const played = (turn: string) => page.locator(`[data-turn="${turn}"] > :nth-child(2)`)
  await expect(played('twenty').getByText(/You said 5 on the drug and 5 on placebo\./)).toBeVisible()
  await expect(played('known-after').getByText(/You were right on \d of 6\./)).toBeVisible()
  expect(await page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === 'running').length)).toBe(0)
  await clinic.met.look(page, 'explorable, played')
  await page.reload()
  await page.locator('[data-turn="known-after"]').scrollIntoViewIfNeeded()
  await expect(played('known-after').getByText('What you chose stays on this device.')).toBeVisible()
  await page.context().close()
})

/** What a reader makes of each statement who has nothing but the page’s text as it is heard. */
const readings: readonly [id: string, statement: RegExp, isTrue: (heard: string) => boolean][] = [
  ['how-many-of-twenty', /nearly all have relief/, (heard) => numberBefore(heard, /of 20 (?:people )?had relief/) >= 18],
  ['what-placebo-did', /relief on placebo/, (heard) => numberBefore(heard, /of 20 had relief as well/) > 0],
  ['when-it-fades', /takes the pain away for good/, (heard) => !/By week 12 there was no clear gap/.test(heard)],
  ['approved-for-pain', /FDA has approved/, (heard) => !/It is not approved for pain/.test(heard)],
  ['home-after-the-drip', /drive me home/, (heard) => /We ask you to wait until the next day/.test(heard)],
  ['in-a-crisis', /In a crisis/, (heard) => /do not wait for a call with us/.test(heard)],
]

function numberBefore(heard: string, words: RegExp): number {
  const found = new RegExp(`(\\d+) ${words.source}`).exec(heard)
  return found ? Number(found[1]) : Number.NaN
}

const heardOn = async (place: Locator) => (await place.ariaSnapshot()).replaceAll(/\n\s*-?\s*(strong|text|paragraph)?:?\s*/g, ' ')

test('whoever only hears the page, without script, answers all six from it', async ({ browser }) => {
  const page = await clinic.screen(browser, 'phone', { javaScriptEnabled: false })
  await page.goto(PATH)
  const heard = await heardOn(page.getByRole('main'))
  const form = page.getByRole('region', { name: 'And now?' })
  // What is so stands behind a fold: it is not what they go by.
  expect(heard).not.toContain('It is false.')
  for (const [id, statement, isTrue] of readings) {
    const group = form.getByRole('group', { name: statement })
    await expect(group, id).toHaveCount(1)
    await group.getByRole('radio', { name: isTrue(heard) ? 'True' : 'False' }).check()
  }
  await form.getByRole('button', { name: 'Show what is so' }).click()
  await expect(page.getByText('You were right on 6 of 6.')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('How ketamine works on pain')
  await page.context().close()
})

test('a guess without script is answered with the article around it, and paper has every drawing', async ({ browser }) => {
  const page = await clinic.screen(browser, 'phone', { javaScriptEnabled: false })
  await page.goto(PATH)
  const asked = page.locator('[data-turn="twenty"]')
  await asked.getByLabel(/how many had relief/).fill('17')
  await asked.getByLabel(/who had placebo/).fill('2')
  await asked.getByRole('button', { name: 'Show me' }).click()
  await expect(asked.getByText(/You said 17 on the drug and 2 on placebo\. In the trial it was about 13 of 20/)).toBeVisible()
  await expect(asked.getByRole('img', { name: /Of 20 people on the drug 13 had relief/ })).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  await page.goto(PATH)
  await page.emulateMedia({ media: 'print' })
  for (const turn of ['twenty', 'feels', 'sure'])
    await expect(page.locator(`[data-turn="${turn}"]`).getByRole('img').first(), turn).toBeVisible()
  await expect(page.locator('[data-turn="known-after"]').getByText('It is false.').first()).toBeVisible()
  await page.context().close()
})

test('nothing was met that no page may show', () => expect(clinic.met.faults).toEqual([]))
