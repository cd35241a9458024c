import { Outage } from './outage.ts'

type Turn<T> = { readonly now: Promise<T>; next?: Promise<T> }
export type Turns<T> = Map<string, Turn<T>>

/** One call at a time under a name: whoever comes while one is under way shares the one after it, which begins when all of them are there. */
export const inTurns = <T>(turns: Turns<T>, name: string, call: () => Promise<T>): Promise<T> => {
  const begin = (): Promise<T> => {
    const turn: Turn<T> = { now: call() }
    turns.set(name, turn)
    const over = () => {
      if (!turn.next) turns.delete(name)
    }
    turn.now.then(over, over)
    return turn.now
  }
  const under = turns.get(name)
  if (!under) return begin()
  // Where the database was away they do not wait for it once more.
  const failed = (error: unknown) => {
    if (!(error instanceof Outage)) return begin()
    turns.delete(name)
    throw error
  }
  under.next ??= under.now.then(begin, failed)
  return under.next
}
