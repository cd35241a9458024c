import { expect, type Page } from '@playwright/test'

const SOON_MS = 1000
const LATE_WITHIN_MS = 10_000

/** The board in another room shows what was just saved, within a second. */
export const theBoardSoonShows = (board: Page, name: string, what: string | RegExp) =>
  expect(board.getByRole('listitem').filter({ hasText: name })).toContainText(what, { timeout: SOON_MS })

/** What has become late by the clock alone stands in the title of the board within ten seconds. */
export const theBoardCallsLate = (board: Page, what: string | RegExp) =>
  expect(board.getByRole('heading', { level: 1 })).toHaveText(what, { timeout: LATE_WITHIN_MS })
