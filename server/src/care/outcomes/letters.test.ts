import { pseudoReader } from '@dripline/clinical/words/pseudo'
import { unsaidIn } from '@dripline/clinical/words/testing'
import { expect, test } from 'vitest'
import { checkInWords } from './letters.ts'

test('a letter with a question has no word that no message says', () => {
  const about = { clinic: 'Blue Ridge', address: 'https://clinic.example/l/abc/check-in' }
  for (const name of ['Robin', '']) {
    const texts = Object.values(checkInWords(pseudoReader, { ...about, name }))
    expect(texts.every((text) => text.includes('⟦'))).toBe(true)
    expect(texts.flatMap((text) => unsaidIn(text, ['Blue Ridge', 'Robin']))).toEqual([])
  }
})
