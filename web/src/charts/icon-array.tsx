type IconArrayProps = {
  /** How many of `of` had it, at the estimate. */
  count: number
  of?: number
  /** The 95 % range, in people of `of`. */
  low: number
  high: number
  label: string
  perRow?: number
}

const person = 'M10 1.500a4.2 4.2 0 0 1 0 8.400a4.2 4.2 0 0 1 0-8.400zM3 24.500v-6a7 7 0 0 1 14 0v6z'

/** People as figures: filled had it, outlined did not; a dashed edge could go either way. */
export function IconArray({ count, of = 20, low, high, label, perRow = 5 }: IconArrayProps) {
  const rows = Math.ceil(of / perRow)
  const words = `${label}: ${count} of ${of}. It could be ${low} to ${high}.`
  return (
    <svg
      viewBox={`0 0 ${perRow * 28} ${rows * 32}`}
      width={perRow * 28}
      height={rows * 32}
      role="img"
      aria-label={words}
      style={{ maxWidth: '100%', height: 'auto' }}
    >
      <title>{words}</title>
      {Array.from({ length: of }, (_, i) => {
        const isSure = i < low || i >= high
        const isIn = i < count
        return (
          <path
            key={`${i + 1} of ${of}`}
            d={person}
            transform={`translate(${(i % perRow) * 28 + 3} ${Math.floor(i / perRow) * 32 + 2})`}
            fill={isIn ? 'var(--dl-ink-relief)' : 'none'}
            fillOpacity={isIn && !isSure ? 0.32 : 1}
            stroke={isIn ? 'var(--dl-ink-relief)' : 'var(--dl-ink)'}
            strokeWidth="1.7"
            strokeDasharray={isSure ? undefined : '2.5 2'}
            data-figure={`${isIn ? 'in' : 'out'} ${isSure ? 'sure' : 'open'}`}
          />
        )
      })}
    </svg>
  )
}
