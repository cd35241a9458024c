import styles from './status-mark.module.css'

export type Status = 'clear' | 'inform' | 'caution' | 'defer' | 'exclude'

const words: Record<Status, string> = { clear: 'Clear', inform: 'Inform', caution: 'Caution', defer: 'Defer', exclude: 'Exclude' }

const mark = (status: Status) => `var(--dl-st-${status})`

/** The five shapes: disc, square, triangle, diamond, octagon. They differ in outline, never in colour alone. */
export function StatusShape({ status, size = 20 }: { status: Status; size?: number }) {
  const cut = 'var(--dl-surface)'
  const stroke = { strokeWidth: 2, strokeLinecap: 'round', strokeLinejoin: 'round', fill: 'none' } as const
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" data-status={status}>
      {status === 'clear' && (
        <>
          <circle cx="10" cy="10" r="8.6" fill={mark(status)} />
          <path d="M6.2 10.4l2.6 2.6 5-5.4" stroke={cut} {...stroke} />
        </>
      )}
      {status === 'inform' && (
        <>
          <rect x="2" y="2" width="16" height="16" rx="3.6" fill="var(--dl-surface)" stroke={mark(status)} strokeWidth="2" />
          <path d="M10 9.2v5" stroke={mark(status)} {...stroke} />
          <circle cx="10" cy="6.2" r="1.3" fill={mark(status)} />
        </>
      )}
      {status === 'caution' && (
        <>
          <path
            d="M10 2.2L18.6 17.4H1.4z"
            fill={mark(status)}
            stroke="var(--dl-st-caution-text)"
            strokeWidth="1.3"
            strokeLinejoin="round"
          />
          <path d="M10 7.6v4.6" stroke="var(--dl-mark-cut)" {...stroke} />
          <circle cx="10" cy="14.9" r="1.2" fill="var(--dl-mark-cut)" />
        </>
      )}
      {status === 'defer' && (
        <>
          <path d="M10 .8L19.2 10 10 19.2.8 10z" fill={mark(status)} />
          <path d="M8.2 7.4v5.2M11.8 7.4v5.2" stroke={cut} {...stroke} />
        </>
      )}
      {status === 'exclude' && (
        <>
          <path d="M6.4 1.4h7.2l5 5v7.2l-5 5H6.4l-5-5V6.4z" fill={mark(status)} />
          <path d="M7 7l6 6M13 7l-6 6" stroke={cut} {...stroke} />
        </>
      )}
    </svg>
  )
}

type StatusMarkProps = { status: Status /** Instead of the status's own word: "3 min late". */; word?: string; size?: number }

/** A status: shape, colour and word, always together. */
export const StatusMark = ({ status, word, size = 20 }: StatusMarkProps) => (
  <span className={styles.mark} style={{ color: `var(--dl-st-${status}-text)` }}>
    <StatusShape status={status} size={size} />
    <b>{word ?? words[status]}</b>
  </span>
)
