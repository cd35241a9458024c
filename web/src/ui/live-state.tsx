import { useActs } from '../data/acts.ts'
import { useLink } from '../data/live.ts'
import { Icon } from './icons.tsx'
import { Notice } from './notice.tsx'
import styles from './states.module.css'
import { StatusShape } from './status-mark.tsx'
import { Time, useNow } from './time.tsx'
import { saySpan } from './when.ts'

/** Stands over a live view: nothing while the link is live, and a warning not to act on it once it is not. */
export function LiveState({ what = 'This board' }: { what?: string }) {
  const link = useLink()
  const now = useNow(5_000)
  if (link.state !== 'stale') return null
  const minutes = (Date.now() - link.since) / 60_000
  const since = new Date(now.getTime() - minutes * 60_000)
  return (
    <div role="status">
      <Notice
        status="caution"
        title={
          <>
            {what} is from <Time at={since} />, {saySpan(minutes)} ago.
          </>
        }
      >
        <p>Do not act on it; check the chairs. Trying again every 5 s.</p>
      </Notice>
    </div>
  )
}

/** Whether the view is live right now; old values are drawn dim. */
export const useIsLive = () => useLink().state !== 'stale'

/** "saved 10:47"; while something is under way, was not saved or cannot be, it says that and never "saved". */
export function Saved({ at }: { at: Date | string | null }) {
  const { sending, unsaved } = useActs()
  const isLive = useIsLive()
  return (
    <span className={styles.saved} role="status" data-unsaved={unsaved > 0 || !isLive || undefined}>
      {unsaved > 0 ? (
        <>
          <StatusShape status="caution" size={18} />
          {isLive ? 'last entry not saved' : 'no network: not saved'}
        </>
      ) : sending > 0 ? (
        <>
          <Icon name="clock" size={18} />
          saving, no answer yet
        </>
      ) : isLive ? (
        at && (
          <>
            <Icon name="check" size={18} />
            <span>
              saved <Time at={at} />
            </span>
          </>
        )
      ) : (
        <>
          <StatusShape status="caution" size={18} />
          no network: nothing can be saved
        </>
      )}
    </span>
  )
}
