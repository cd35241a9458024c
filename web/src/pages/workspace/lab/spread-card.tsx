import { IntervalRows } from '../../../charts/interval-rows.tsx'
import type { Compared } from '../../../data/lab.ts'
import { Card } from '../../../ui/index.tsx'
import styles from './lab.module.css'
import { apartOf, rowsOf } from './spread.ts'

type SpreadCardProps = {
  compared: readonly Compared[]
  isOld: boolean
  when: string
  ink: string
  labelOf: (regimen: string) => string
}

/** What each model has at the time of comparing, and how far they are apart. */
export const SpreadCard = ({ compared, isOld, when, ink, labelOf }: SpreadCardProps) => (
  <Card title={`How far apart, ${when}`} note="largest over smallest">
    {compared.length === 0 ? (
      <p className={styles.waiting}>The models are being compared…</p>
    ) : (
      <div className={isOld ? styles.old : undefined}>
        <ul className={styles.apart}>
          {apartOf(compared).map(({ regimen, times, who }) => (
            <li key={regimen}>
              {regimen}: {times === null ? 'the lowest is nothing, so no ratio' : <b>{times} times</b>}, {who}
            </li>
          ))}
        </ul>
        <IntervalRows
          label={`Concentration ${when}, by model and regimen`}
          groups={rowsOf(compared, labelOf)}
          ink={ink}
          twin={{ caption: `ng/mL ${when}`, head: ['regimen', 'model', 'typical', '90 of 100 people', ''] }}
          caption={
            <>
              <b>Model estimate.</b> Disc: the typical subject. Bars: where 50 and 90 of 100 drawn people lie. The distance
              between models is part of what is not known; the bars do not hold it.
            </>
          }
        />
      </div>
    )}
  </Card>
)
