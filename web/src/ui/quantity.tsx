const space = '\u2060\u2005\u2060'

const tidy = (value: number | string) => {
  const text = typeof value === 'number' ? String(value) : value.trim()
  const [whole = '', decimals = ''] = text.split('.')
  const sign = whole.startsWith('-') || whole.startsWith('−') ? '−' : ''
  const grouped = (whole.replace(/^[-−+]/, '') || '0').replace(/\B(?=(\d{3})+(?!\d))/g, ',')
  const rest = decimals.replace(/0+$/, '')
  return `${sign}${grouped}${rest ? `.${rest}` : ''}`
}

/** A number and its unit as one unbreakable word: a leading zero always, a trailing zero never. Decimals may come as strings. */
export const quantity = (value: number | string, unit: string) => `${tidy(value)}${space}${unit}`

/** The number alone, written the same way. */
export const figure = (value: number | string) => tidy(value)

type QuantityProps = {
  value: number | string | null | undefined
  unit: string /** Said when there is no value. */
  missing?: string
}

/** A value with its unit, or the words that it is not known; copying it gives a plain space. */
export const Quantity = ({ value, unit, missing = 'not known' }: QuantityProps) =>
  value === null || value === undefined || value === '' ? (
    <span>{missing}</span>
  ) : (
    <span className="num">{quantity(value, unit)}</span>
  )
