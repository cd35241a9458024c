import { expect, test } from 'vitest'
import { readAsked, writeAsked } from './asked-address.ts'

type Asked = { which: 'all' | 'booked' | 'open alert'; isTurned: boolean; page: number; text: string }

const first: Asked = { which: 'all', isTurned: false, page: 1, text: '' }
const among = { which: ['all', 'booked', 'open alert'], isTurned: [true, false] } as const

test.each<[Partial<Asked>, string]>([
  [{}, ''],
  [{ which: 'booked' }, '?which=booked'],
  [{ which: 'open alert', page: 3 }, '?which=open+alert&page=3'],
  [{ isTurned: true, page: 2 }, '?isTurned=true&page=2'],
])('%j stands in the address as %s and is read from it again', (change, search) => {
  expect(writeAsked<Asked>(first, among, { ...first, ...change })).toBe(search)
  expect(readAsked<Asked>(first, among, search)).toEqual({ ...first, ...change })
})

test('what is looked for is in no address, and comes back from beside it', () => {
  expect(writeAsked<Asked>(first, among, { ...first, text: 'Juniper' })).toBe('')
  expect(readAsked<Asked>(first, among, '?text=Juniper').text).toBe('')
  expect(readAsked<Asked>(first, among, '?which=booked', 'Juniper')).toEqual({ ...first, which: 'booked', text: 'Juniper' })
})

test.each([
  '?which=everybody',
  '?which=',
  '?which=__proto__',
  '?isTurned=perhaps',
  '?page=0',
  '?page=-1',
  '?page=1.5',
  '?page=9999999999',
  '?page=two',
  '?size=100000',
])('an address that asks for what is not there, %s, asks for what stands at first', (search) => {
  expect(readAsked<Asked>(first, among, search)).toEqual(first)
})
