import { heldNumbers } from './held/numbers.ts'
import type { Numbers } from './turn.ts'

/** Which drawings of an article can be played, and what each is played from; see plays.ts for the browser's half. */
export const turns: Readonly<Record<string, () => Numbers>> = {
  held: heldNumbers,
}
