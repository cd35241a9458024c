import * as words from '@dripline/clinical/words/bets'
import { useReader } from '../../data/reader.ts'
import { Twenty, TwentyRow } from '../../pages/public/articles/twenty.tsx'
import styles from './feels.module.css'
import type { FeelsNumbers } from './numbers.ts'
import { feelingWords, feltLabel } from './parts.ts'

/** What was felt, by how often, on placebo drawn as plainly as on the drug. */
export function Felt({ numbers }: { numbers: FeelsNumbers }) {
  const to = useReader()
  return (
    <Twenty label={feltLabel(to, numbers)} says={words.feelsKey(to)}>
      <div className={styles.pairs}>
        {numbers.felt.map(({ what, drug, placebo }) => (
          <div key={what} className={styles.pair}>
            <TwentyRow title={words.feelsDrug(to, { what: feelingWords(to, what) })} filled={drug} open="person" />
            <TwentyRow title={words.feelsPlacebo(to, { what: feelingWords(to, what) })} filled={placebo} open="person" />
          </div>
        ))}
      </div>
    </Twenty>
  )
}
