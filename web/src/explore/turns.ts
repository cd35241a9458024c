import { alarmNumbers } from './alarm/numbers.ts'
import { feelsNumbers } from './feels/numbers.ts'
import { heldNumbers } from './held/numbers.ts'
import { sureNumbers } from './sure/numbers.ts'
import type { Numbers } from './turn.ts'
import { twentyNumbers } from './twenty/numbers.ts'
import { weeksNumbers } from './weeks/numbers.ts'

/** Which drawings of an article can be played, and what each is played from; see plays.ts for the browser's half. */
export const turns: Readonly<Record<string, () => Numbers>> = {
  cork: alarmNumbers,
  held: heldNumbers,
  weeks: weeksNumbers,
  twenty: twentyNumbers,
  feels: feelsNumbers,
  sure: sureNumbers,
}

/** The numbers of all turns, as a build keeps them. */
export const turnNumbers = (): Record<string, Numbers> =>
  Object.fromEntries(Object.entries(turns).map(([scene, numbers]) => [scene, numbers()]))
