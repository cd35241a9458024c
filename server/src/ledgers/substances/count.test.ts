import { describe, expect, test } from 'vitest'
import { differences, widest } from './count.ts'

const sealed = { id: 'a', ml: '10', isSealed: true }
const opened = { id: 'b', ml: '6.2', isSealed: false }

describe('a count against the book', () => {
  test('agrees with an opened vial within 2 % of the book, and not beyond', () => {
    const at = (ml: string) => differences([sealed, opened], { sealed: 1, opened: [{ vialId: 'b', ml }] })
    expect(at('6.324')).toEqual([])
    expect(at('6.076')).toEqual([])
    expect(at('6.325')).toEqual([{ vialId: 'b', book: '6.2', counted: '6.325' }])
    expect(at('6')).toHaveLength(1)
  })

  test('has no tolerance for sealed vials', () => {
    expect(differences([sealed, sealed], { sealed: 1, opened: [] })).toEqual([{ vialId: null, book: '2', counted: '1' }])
  })

  test('takes an opened vial that was not seen as empty, and one that the book does not know as found', () => {
    expect(differences([opened], { sealed: 0, opened: [{ vialId: 'c', ml: '1' }] })).toEqual([
      { vialId: 'b', book: '6.2', counted: '0' },
      { vialId: 'c', book: '0', counted: '1' },
    ])
  })

  test('of two people’s differences keeps the wider one for each vial', () => {
    const found = [
      { vialId: 'b', book: '6.2', counted: '6' },
      { vialId: 'b', book: '6.2', counted: '5.5' },
      { vialId: null, book: '2', counted: '1' },
    ]
    expect(widest(found)).toEqual([found[1], found[2]])
  })
})
