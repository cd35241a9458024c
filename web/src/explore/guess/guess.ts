/** One thing to guess: a number from 0 to 20, or one of a few. */
export type Question = { name: string; asks: string } & (
  | { kind: 'number' }
  | { kind: 'choice'; options: readonly { value: string; label: string }[] }
)

/** What was guessed, by the name of the question. */
export type Guessed = Readonly<Record<string, string>>

/** A number that was guessed; null where it is none from 0 to 20. */
export const numberIn = (said: string | undefined): number | null => {
  const value = Number(said)
  return said !== undefined && said !== '' && Number.isInteger(value) && value >= 0 && value <= MOST ? value : null
}

/** How many people stand in a drawing. */
export const MOST = 20
