import styles from './status-mark.module.css'

export type SessionState = 'running' | 'recovering' | 'paused' | 'waiting' | 'open'

const words: Record<SessionState, string> = {
  running: 'Running',
  recovering: 'Recovering',
  paused: 'Paused',
  waiting: 'Waiting',
  open: 'Open',
}
const drop = 'M10 1.6c3.2 4.2 5.6 7 5.6 10.2a5.6 5.6 0 0 1-11.2 0C4.4 8.6 6.8 5.8 10 1.6z'

/** What a chair is doing, in neutral ink and accent; status colours are for status. */
export const StateShape = ({ state, size = 20 }: { state: SessionState; size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 20 20" fill="none" aria-hidden="true" data-state={state}>
    {state === 'running' && <path d={drop} fill="var(--dl-accent)" />}
    {state === 'recovering' && <path d={drop} stroke="var(--dl-accent)" strokeWidth="1.8" />}
    {state === 'paused' && (
      <>
        <rect x="2.5" y="2.5" width="15" height="15" rx="3.5" fill="var(--dl-ink-2)" />
        <path d="M7.9 6.5v7M12.1 6.5v7" stroke="var(--dl-surface)" strokeWidth="2" strokeLinecap="round" />
      </>
    )}
    {state === 'waiting' && (
      <>
        <circle cx="10" cy="10" r="7.6" stroke="var(--dl-ink-2)" strokeWidth="1.8" />
        <path d="M10 5.6V10l3 1.8" stroke="var(--dl-ink-2)" strokeWidth="1.8" strokeLinecap="round" />
      </>
    )}
    {state === 'open' && (
      <circle cx="10" cy="10" r="7.6" stroke="var(--dl-line-strong)" strokeWidth="1.8" strokeDasharray="2.6 2.2" />
    )}
  </svg>
)

type StateMarkProps = { state: SessionState; word?: string; size?: number }

/** Drop filled or open, bars, clock, dashed ring, each with its word. */
export const StateMark = ({ state, word, size = 20 }: StateMarkProps) => (
  <span className={styles.mark}>
    <StateShape state={state} size={size} />
    <b>{word ?? words[state]}</b>
  </span>
)
