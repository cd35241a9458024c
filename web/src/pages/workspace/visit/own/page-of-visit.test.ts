import { expect, test } from 'vitest'
import { pageOfVisit } from './page-of-visit.ts'

test('an infusion has the page of the pump, fluid its own; what nothing is known of goes where visits always were', () => {
  expect(['infusion', 'fluid', null, 'no-such-way'].map((by) => pageOfVisit(by, '7'))).toEqual([
    '/visits/7',
    '/visits/7/own',
    '/visits/7',
    '/visits/7',
  ])
})
