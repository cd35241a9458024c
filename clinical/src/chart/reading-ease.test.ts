import { describe, expect, test } from 'vitest'
import { easeOf, syllablesIn } from './reading-ease.ts'

describe('syllables of a Spanish word', () => {
  test.each([
    ['y', 1],
    ['hay', 1],
    ['que', 1],
    ['guía', 2],
    ['agua', 2],
    ['ciudad', 2],
    ['aún', 2],
    ['días', 2],
    ['leer', 2],
    ['mayo', 2],
    ['llamada', 3],
    ['infusión', 3],
    ['ketamina', 4],
    ['quienquiera', 3],
    ['consentimiento', 5],
    ['enfermería', 5],
  ])('%s has %i', (word, count) => {
    expect(syllablesIn(word)).toBe(count)
  })
})

test('short words in short sentences are easy, long ones in long sentences are hard', () => {
  expect(easeOf('El sol sale. La luz es buena.')).toBeGreaterThan(90)
  const hard =
    'La administración intravenosa de anestésicos disociativos en poblaciones heterogéneas presenta consideraciones farmacológicas particularmente significativas.'
  expect(easeOf(hard)).toBeLessThan(30)
})
