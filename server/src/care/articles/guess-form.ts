/** What a reader has guessed, by the name of each question, and at which of the article’s drawings. */
export type Guess = { about: string; said: Readonly<Record<string, string>> }

const [LONGEST, SAID] = [12, /^said[.]([a-z]{1,12})$/]

/** What a plain form says of a guess; null where nothing was guessed. What is too long to be a guess is left out. */
export function readGuessForm({ guess: about, ...sent }: Readonly<Record<string, unknown>>): Guess | null {
  if (typeof about !== 'string' || about.length > LONGEST) return null
  const said = Object.entries(sent).flatMap(([field, value]) => {
    const name = SAID.exec(field)?.[1]
    const guessed = typeof value === 'string' ? value.trim() : ''
    return name && guessed !== '' && guessed.length <= LONGEST ? [[name, guessed]] : []
  })
  return said.length === 0 ? null : { about, said: Object.fromEntries(said) }
}
