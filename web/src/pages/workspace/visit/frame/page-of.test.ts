import { expect, test } from 'vitest'
import { pageOf } from './page-of.ts'

test('a visit at a pump has the chair’s page, one of other acts its own', () => {
  expect(pageOf({ id: '7', screen: 'pump' })).toBe('/visits/7')
  expect(pageOf({ id: '7', screen: 'acts' })).toBe('/visits/7/own')
})
