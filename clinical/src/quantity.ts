const joiner = '\u2060'
const thinSpace = '\u2005'
const between = `${joiner}${thinSpace}${joiner}`

/** A number and its unit that never break apart: leading zero always, trailing zeros never. */
export const quantity = (value: number | string, unit: string): string => `${tidy(String(value))}${between}${unit}`

/** Minutes as people say them: 45 min, 1 h 20 min, 4 h. Rounded to whole minutes. */
export function duration(minutes: number): string {
  const whole = Math.round(minutes)
  const hours = Math.floor(whole / 60)
  const rest = whole % 60
  if (hours === 0) return quantity(rest, 'min')
  return rest === 0 ? quantity(hours, 'h') : `${quantity(hours, 'h')} ${quantity(rest, 'min')}`
}

function tidy(text: string): string {
  const led = text.replace(/^(-?)\./, '$10.')
  return led.includes('.') ? led.replace(/\.?0+$/, '') : led
}
