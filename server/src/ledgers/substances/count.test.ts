import { expect, test } from 'vitest'
import { widest } from './count.ts'

test('of two people’s differences from the book the wider one is kept for each vial', () => {
  const by = (countedBy: string, vialId: string | null, book: string, counted: string, difference: string) => ({
    countedBy,
    vialId,
    book,
    counted,
    difference,
  })
  const [near, far, sealed] = [by('a', 'b', '6.2', '6', '-0.2'), by('c', 'b', '6.2', '7.5', '1.3'), by('a', null, '2', '1', '-1')]
  expect(widest([near, far, sealed])).toEqual([far, sealed])
  expect(widest([far, near])).toEqual([far])
})
