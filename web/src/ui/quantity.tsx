const space = '\u2060\u2005\u2060'

const plain = (value: number) => value.toLocaleString('en-US', { useGrouping: false, maximumSignificantDigits: 15 })

const tidy = (value: number | string) => {
  const text = typeof value === 'number' ? plain(value) : value.trim()
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
