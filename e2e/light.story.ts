import { expect } from '@playwright/test'
import { test } from './simulated.ts'
import { limits, type Weighed, weighPages } from './weigh.ts'

let weighed: Weighed[] = []

test.beforeAll(async ({ browser, simulated }) => {
  test.setTimeout(500_000)
  weighed = await weighPages(browser, simulated.url, 'fast')
})

const of = (name: string) => weighed.find(({ page }) => page === name)

for (const page of ['home', 'book', 'room', 'visit'] as const) {
  test(`the first look at ${page} is at most ${limits[page] / 1000} kB on the wire, the second at most ${limits.again / 1000}`, () => {
    const weight = of(page)
    // A page that broke off, or was not drawn, is light as well.
    expect(weight?.first.bytes).toBeGreaterThan(20_000)
    expect(weight?.first.bytes).toBeLessThanOrEqual(limits[page])
    expect(weight?.second.bytes).toBeGreaterThan(1_000)
    expect(weight?.second.bytes).toBeLessThanOrEqual(limits.again)
  })
}
