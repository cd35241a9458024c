/** One figure of the bench: what came out, what it must keep to, whether it does, and the bare thing it was held against. */
export type Figure = {
  readonly value: number
  readonly unit: 'ratio' | 'ms' | 'share' | 'count' | 'MB'
  readonly limit: number | null
  readonly isLeast: boolean
  readonly holds: boolean
  readonly bare: number | null
  /** Processor milliseconds an act of server and database, where the system tells. */
  readonly processor: { readonly server: number | null; readonly database: number | null } | null
  readonly says: string
}

type Given = Partial<Pick<Figure, 'bare' | 'processor'>> & Pick<Figure, 'value' | 'unit' | 'says'>

/** A figure that must be at least so much. */
export const atLeast = (limit: number, { bare = null, processor = null, ...given }: Given): Figure => ({
  ...given,
  limit,
  isLeast: true,
  holds: given.value >= limit,
  bare,
  processor,
})

/** A figure that must be at most so much. */
export const atMost = (limit: number, { bare = null, processor = null, ...given }: Given): Figure => ({
  ...given,
  limit,
  isLeast: false,
  holds: given.value <= limit,
  bare,
  processor,
})

/** A figure that is printed and judged by nobody. */
export const printed = ({ bare = null, processor = null, ...given }: Given): Figure => ({
  ...given,
  limit: null,
  isLeast: false,
  holds: true,
  bare,
  processor,
})

export type Figures = Record<string, Figure>

const digits = (value: number) => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2))

const cells = (name: string, { value, unit, limit, isLeast, holds, bare, processor, says }: Figure) => {
  const least = isLeast ? 'at least' : 'at most'
  const used = processor && processor.server !== null && processor.database !== null
  return [
    name,
    says,
    `${digits(value)}${unit === 'ratio' || unit === 'share' || unit === 'count' ? '' : ` ${unit}`}`,
    limit === null ? 'printed' : `${least} ${limit}`,
    limit === null ? '' : holds ? 'holds' : '**does not hold**',
    bare === null ? '' : digits(bare),
    used ? `${processor.server?.toFixed(2)} + ${processor.database?.toFixed(2)}` : '',
  ]
}

/** The figures as a table of a page. */
export const tableOf = (figures: Figures): string =>
  [
    '| Figure | What | Value | Limit | | Bare, a second | Processor ms an act, server + database |',
    '|---|---|---|---|---|---|---|',
    ...Object.entries(figures).map(([name, figure]) => `| ${cells(name, figure).join(' | ')} |`),
  ].join('\n')
