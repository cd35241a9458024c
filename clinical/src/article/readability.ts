import { gradeOf } from '../chart/reading-grade.ts'

const strong = /[aeoáéíóúAEOÁÉÍÓÚ]/
/** Syllables of a Spanish word: runs of vowels, cut between two strong ones and where a weak one bears the accent. */
export function spanishSyllables(word: string): number {
  const vowels =
    word
      .toLowerCase()
      .replace(/qu(?=[eiéí])/g, 'q')
      .replace(/gu(?=[eiéí])/g, 'g')
      .match(/[aeiouáéíóúüy]+/g) ?? []
  return Math.max(
    1,
    vowels.reduce((sum, run) => {
      const letters = [...run]
      const cuts = letters.filter((letter, i) => {
        const before = letters[i - 1]
        return (
          before !== undefined && ((strong.test(letter) && strong.test(before)) || /[íú]/.test(letter) || /[íú]/.test(before))
        )
      })
      return sum + 1 + cuts.length
    }, 0),
  )
}

/** Ease of a Spanish text by Fernández Huerta (1959): 206.84 − 60 × syllables a word − 1.02 × words a sentence; 65 and above is plain. */
export function easeOf(text: string): number {
  const sentences = text.split(/[.!?]+(?:\s|$)/).filter((part) => /\p{L}/u.test(part)).length
  const words = text.match(/[\p{L}’'-]+/gu) ?? []
  if (sentences === 0 || words.length === 0) return 100
  const syllables = words.reduce((sum, word) => sum + spanishSyllables(word), 0)
  return 206.84 - (60 * syllables) / words.length - (1.02 * words.length) / sentences
}

const HARDEST_GRADE = 8
const HARDEST_EASE = 65

/** How hard a text reads, by its language’s own measure, and whether that is plain enough for a patient. */
export const readingOf = (text: string, locale: string): { measure: 'grade' | 'ease'; value: number; isPlain: boolean } => {
  const value = locale === 'es' ? easeOf(text) : gradeOf(text)
  return locale === 'es'
    ? { measure: 'ease', value, isPlain: value >= HARDEST_EASE }
    : { measure: 'grade', value, isPlain: value <= HARDEST_GRADE }
}
