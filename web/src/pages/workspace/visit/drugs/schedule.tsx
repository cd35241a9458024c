import type { Schedule } from '@dripline/clinical'
import { Icon } from '../../../../ui/index.tsx'
import styles from './drugs.module.css'

/** The federal schedule of a controlled drug: a lock and a word. */
export const ScheduleMark = ({ schedule }: { schedule: Schedule }) =>
  schedule === 'none' ? null : (
    <span className={styles.schedule}>
      <Icon name="lock" /> {schedule}
    </span>
  )
