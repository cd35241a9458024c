import { expect, test } from 'vitest'
import { newcomer, siteOf } from '../../platform/auth/testing-site.ts'
import { testClinic } from '../../platform/testing.ts'
import { substances } from './routes.ts'
import { stocked } from './testing.ts'

test('the book of a safe from which nobody was given anything names nobody, and is shown', async () => {
  const clinic = await testClinic()
  await stocked(clinic, 2)
  const { browser } = await newcomer(clinic, 'nurse', siteOf(clinic).route('/api/substances', substances))
  const { status, body } = await browser.send('GET', '/api/substances/book')
  expect([status, body.vials.length, body.lines.length]).toEqual([200, 2, 2])
})
