/** What a reader thinks, before they are told: relief of a hundred on each day, from the last infusion on; null until the line has come that far. */
export type Guess = readonly (number | null)[]

export const emptyGuess = (lastDay: number): Guess => Array.from({ length: lastDay + 1 }, () => null)

/** The line drawn on to a day, straight from where the pen was; nothing else of it changes. */
export function drawnTo(guess: Guess, from: number | null, day: number, value: number): Guess {
  const start = from ?? day
  const [low, high] = [Math.min(start, day), Math.max(start, day)]
  const was = guess[start] ?? value
  return guess.map((each, i) => {
    if (i < low || i > high) return each
    return start === day ? value : Math.round(was + ((value - was) * (i - start)) / (day - start))
  })
}

/** The whole line: before its first day and after its last it stays where it was; null where nothing was drawn. */
export function finished(guess: Guess): readonly number[] | null {
  const first = guess.find((each) => each !== null)
  if (first === undefined || first === null) return null
  let last = first
  return guess.map((each) => {
    last = each ?? last
    return last
  })
}

/** By a key: the line from this day to its end, set higher or lower. */
export const setFrom = (guess: Guess, day: number, value: number): Guess =>
  guess.map((each, i) => (i >= day ? value : (each ?? value)))

/** The same said as weeks: so long it is worth having, then gone. */
export const ofWeeks = (lastDay: number, weeks: number, worth: number): Guess =>
  emptyGuess(lastDay).map((_, day) => (day < weeks * 7 ? worth : 0))

/** The first day on which a whole line is under what is worth having; null if it never is. */
export const underFrom = (line: readonly number[], worth: number): number | null => {
  const i = line.findLastIndex((each) => each >= worth)
  return i + 1 < line.length ? i + 1 : null
}
