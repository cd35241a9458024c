import { Icon, StatusShape } from '../../../../ui/index.tsx'
import type { Open } from '../folded.ts'
import styles from '../visit.module.css'
import { isOverdue, nameOfDue, sayDue } from './say-due.ts'

/** Which pad is open below the chart. */
export type Pad = 'scores' | 'vitals' | 'effect' | 'drug' | 'note'

type DueStripProps = Open & { onPick: (pad: Pad) => void }

/** What is due, in words, soonest first; one tap opens where it is entered. */
export function DueStrip({ visit, onPick }: DueStripProps) {
  return (
    <div className={styles.strip}>
      {visit.due
        .filter(({ what }) => what !== 'home check')
        .map((item) => (
          <button
            key={`${item.what} ${item.scales?.join(' ') ?? ''}`}
            type="button"
            data-late={isOverdue(item) || undefined}
            onClick={() => onPick(item.what === 'scores' ? 'scores' : 'vitals')}
          >
            {isOverdue(item) ? <StatusShape status="caution" /> : <Icon name="clock" />}
            <span>
              <b>{nameOfDue(item)}</b> {sayDue(item)}
            </span>
          </button>
        ))}
    </div>
  )
}
