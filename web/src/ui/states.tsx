import * as words from '@dripline/clinical/words/frame'
import type { ReactNode } from 'react'
import { ProblemError } from '../data/api.ts'
import { useReader } from '../data/reader.ts'
import { Button } from './button.tsx'
import { Icon, type IconName } from './icons.tsx'
import { PartMissing } from './later.ts'
import { Notice } from './notice.tsx'
import { usePlace } from './place.ts'
import styles from './states.module.css'

type Shape = 'table' | 'cards' | 'chart' | 'form'

const rows = [0, 1, 2, 3]

const shapes: Record<Shape, ReactNode> = {
  table: (
    <div className={styles.sheet}>
      {rows.map((row) => (
        <div key={row} className={styles.ghostRow}>
          <i style={{ width: 34, height: 34 }} />
          <span>
            <i style={{ width: `${62 - row * 8}%` }} />
            <i style={{ width: `${34 - row * 4}%` }} />
          </span>
          <i style={{ width: 92, height: 24 }} />
        </div>
      ))}
    </div>
  ),
  cards: (
    <div className={styles.ghostCards}>
      {rows.map((row) => (
        <div key={row} className={styles.sheet}>
          <i style={{ width: '46%', height: 18 }} />
          <i style={{ width: '88%' }} />
          <i style={{ width: '72%' }} />
        </div>
      ))}
    </div>
  ),
  chart: (
    <div className={styles.sheet}>
      <i style={{ width: '32%', height: 18 }} />
      <i style={{ width: '100%', height: 300 }} />
      <i style={{ width: '64%' }} />
    </div>
  ),
  form: (
    <div className={styles.sheet}>
      {rows.map((row) => (
        <div key={row} className={styles.ghostField}>
          <i style={{ width: '24%' }} />
          <i style={{ width: '100%', height: 42 }} />
        </div>
      ))}
    </div>
  ),
}

// The query as well, which the server does not need to know: it is the same document.
const hereOf = (path: string) => (typeof window === 'undefined' ? path : path + window.location.search)

type LoadingProps = { shape?: Shape /** "the room": heard once by a screen reader. */; what?: string }

/** The real shape, still, until the answer comes. */
export function Loading({ shape = 'cards', what = 'this page' }: LoadingProps) {
  const { path } = usePlace()
  return (
    <div className={styles.loading}>
      <div aria-hidden="true">{shapes[shape]}</div>
      <p role="status">
        Loading {what}.{' '}
        <span className={styles.slow}>
          Longer than 5 s? <a href={hereOf(path)}>Try again</a>
        </span>
      </p>
    </div>
  )
}

type EmptyProps = { title?: string; icon?: IconName; act?: ReactNode; children: ReactNode }

/** What will be here, and how to begin. */
export const Empty = ({ title, icon, act, children }: EmptyProps) => (
  <div className={styles.empty}>
    {icon && <Icon name={icon} size={32} />}
    {title && <h2>{title}</h2>}
    <p>{children}</p>
    {act}
  </div>
)

type FailedProps = { error: Error; onRetry: () => void }

/** What happened, what was kept, what to do. */
export function Failed({ error, onRetry }: FailedProps) {
  const to = useReader()
  const isOut = error instanceof ProblemError && error.status === 401
  const isBare = error instanceof ProblemError && error.code === 'second-factor-missing'
  const isRefused = error instanceof ProblemError && (error.status === 403 || error.status === 404)
  if (error instanceof PartMissing) return <Missing onRetry={onRetry} />
  const title = error instanceof ProblemError ? error.message : words.broke(to)
  return (
    <div className={styles.failed}>
      <Notice status="defer" title={title}>
        <p>{isRefused ? words.nothingChanged(to) : words.nothingLost(to)}</p>
      </Notice>
      <div>
        {isBare ? (
          <Button href={`/account?next=${encodeURIComponent(window.location.pathname)}`}>Set it up now</Button>
        ) : isOut ? (
          <Button href={`/sign-in?next=${encodeURIComponent(window.location.pathname)}`}>Sign in again</Button>
        ) : (
          <Button onClick={onRetry}>{words.tryAgain(to)}</Button>
        )}
      </div>
    </div>
  )
}

/** The file of a part of this page is not there: there is no network, or a newer version of the page is. */
const Missing = ({ onRetry }: Pick<FailedProps, 'onRetry'>) => (
  <div className={styles.failed}>
    <Notice status="defer" title="This part of the page could not be loaded.">
      <p>There is no network, or the page has been updated. What was saved is kept, and so is what you typed.</p>
    </Notice>
    <div>
      <Button onClick={onRetry}>Load the page again</Button>
    </div>
  </div>
)
