type VialProps = { leftMl: number | string; sizeMl: number | string; isSealed?: boolean; height?: number }

/** A vial with what is left in it; the figure stands beside it in words. */
export function Vial({ leftMl, sizeMl, isSealed = false, height = 40 }: VialProps) {
  const share = Math.min(1, Math.max(0, Number(leftMl) / Number(sizeMl) || 0))
  const level = 23 * share
  return (
    <svg width={height * 0.5} height={height} viewBox="0 0 20 40" fill="none" aria-hidden="true" data-share={share}>
      <rect x="3.2" y={36 - level} width="13.6" height={level} rx="1.5" fill="var(--dl-accent)" fillOpacity="0.55" data-level />
      <path
        d="M6 10.5v2.200C6 14 2.5 15 2.5 18v16a3 3 0 0 0 3 3h9a3 3 0 0 0 3-3V18c0-3-3.5-4-3.5-5.300v-2.2"
        stroke="var(--dl-ink-2)"
        strokeWidth="1.7"
      />
      <rect
        x="4.5"
        y="3.5"
        width="11"
        height="6.5"
        rx="1.6"
        stroke="var(--dl-ink-2)"
        strokeWidth="1.7"
        {...(isSealed ? { fill: 'var(--dl-ink-2)' } : {})}
      />
    </svg>
  )
}
