const joiner = '\u2060'
const thinSpace = '\u2005'
const between = `${joiner}${thinSpace}${joiner}`

const inFigures = new Intl.NumberFormat('en-US', { useGrouping: false, maximumSignificantDigits: 15 })

/** A number as people read it: a leading zero always, a trailing zero never, thousands apart, a true minus. Decimals may come as text and keep every digit. */
export function figure(value: number | string): string {
  const text = typeof value === 'number' ? inFigures.format(value) : value.trim()
  const [whole = '', decimals = ''] = text.split('.')
  const digits = (whole.replace(/^[-−+]/, '') || '0').replace(/^0+(?=\d)/, '').replace(/\B(?=(\d{3})+(?!\d))/g, ',')
  const rest = decimals.replace(/0+$/, '')
  const shown = rest ? `${digits}.${rest}` : digits
  return /^[-−]/.test(whole) && shown !== '0' ? `−${shown}` : shown
}

/** A number that carries its sign, as sedation scales do: +1, 0, −1. */
export const withSign = (value: number): string => (value > 0 ? `+${figure(value)}` : figure(value))

/** Units that are misread when they are shortened, as they are written out here. */
const writtenOut: Record<string, string> = { U: 'units', IU: 'units', unit: 'units', µg: 'mcg', μg: 'mcg', ug: 'mcg' }

/** The unit as it may stand beside a dose: "units" in full, "mcg" and never its Greek letter. */
export function unitWord(unit: string, value: number | string = ''): string {
  const [first = '', ...per] = unit.split('/')
  const word = writtenOut[first] ?? first
  const said = word === 'units' && figure(value) === '1' ? 'unit' : word
  return [said, ...per].join('/')
}

/** A number and its unit as one unbreakable word. The one way to show an amount, on screens, in the log and on paper. */
export const quantity = (value: number | string, unit: string): string => `${figure(value)}${between}${unitWord(unit, value)}`

/** Minutes as people say them: 45 min, 1 h 20 min, 4 h. Rounded to whole minutes. */
export function duration(minutes: number): string {
  const whole = Math.round(minutes)
  const hours = Math.floor(whole / 60)
  const rest = whole % 60
  if (hours === 0) return quantity(rest, 'min')
  return rest === 0 ? quantity(hours, 'h') : `${quantity(hours, 'h')} ${quantity(rest, 'min')}`
}
