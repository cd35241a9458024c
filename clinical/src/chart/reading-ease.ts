/**
 * How easily a Spanish text is read (Fernández Huerta 1959, with words a sentence as its second term): 100 is very easy, 65 and above is
 * plain, below 50 is hard.
 */
export function easeOf(text: string): number {
  const sentences = text.split(/[.!?:]+(?:\s|$)/).filter((part) => /\p{L}/u.test(part)).length
  const words = text.match(/\p{L}+/gu) ?? []
  if (sentences === 0 || words.length === 0) return 100
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0)
  return 206.84 - 60 * (syllables / words.length) - 1.02 * (words.length / sentences)
}

/** The syllables of a Spanish word: each strong vowel is one, so is a weak one with an accent; weak ones alone are one together. */
export function syllablesIn(word: string): number {
  const sounded = word
    .toLowerCase()
    .replace(/([qg])u(?=[eiéí])/g, '$1')
    .replace(/y(?![aeiouáéíóú])/g, 'i')
  const groups = sounded.match(/[aeiouáéíóúü]+/g) ?? []
  return Math.max(
    1,
    groups.reduce((sum, group) => sum + Math.max(1, (group.match(/[aeoáéóíú]/g) ?? []).length), 0),
  )
}
