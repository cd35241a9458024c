/** What a reader has guessed, and at which of the article's questions. */
export type Guess = { about: string; said: string }

const LONGEST = 12

/** What a plain form says of a guess; null where there is none, or where what was typed can be none. */
export function readGuessForm(sent: Readonly<Record<string, unknown>>): Guess | null {
  const { guess: about, said } = sent
  if (typeof about !== 'string' || typeof said !== 'string') return null
  return said.trim() === '' || said.length > LONGEST ? null : { about, said: said.trim() }
}
