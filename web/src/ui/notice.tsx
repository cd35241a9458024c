import type { ReactNode } from 'react'
import styles from './states.module.css'
import { type Status, StatusShape } from './status-mark.tsx'

type NoticeProps = { status: Status; title: ReactNode; aside?: ReactNode; children?: ReactNode }

/** News that bears on what is under it: shape, colour and a sentence. It cannot be waved away. */
export const Notice = ({ status, title, aside, children }: NoticeProps) => (
  <div
    className={styles.notice}
    data-status={status}
    style={{ background: `var(--dl-st-${status}-ground)`, '--notice-ink': `var(--dl-st-${status})` }}
  >
    <StatusShape status={status} size={22} />
    <div>
      <b>{title}</b>
      {children}
    </div>
    {aside && <div className={styles.aside}>{aside}</div>}
  </div>
)
