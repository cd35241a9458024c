import { Exact } from '../exact.ts'

/** A number as it was typed: read, or why it cannot be. `isComma` says that a comma was read as the decimal point. */
export type Figure = { value: Exact; isComma: boolean } | { wrong: string }

const plainFigure = /^\d{1,12}(\.\d{1,12})?$/
const commaFigure = /^\d{1,12},\d{1,2}$/

/** Why a text is no number that can be read in one way only; what is asked for instead stands in the sentence. */
function whyNot(text: string): string {
  if (/^0x/i.test(text)) return `“${text}” is not written in plain digits`
  if (/\d,\d{3}(?!\d)/.test(text)) return `“${text}” could be read two ways: write it without a comma between thousands`
  if (/,/.test(text))
    return `“${text}” has a comma that cannot be read: one comma with one or two digits after it is a decimal point`
  if (/^[.]\d/.test(text)) return `“${text}” needs a zero before the point`
  if (/[.]$/.test(text)) return `“${text}” ends with a point: are digits missing?`
  if (/\d\s+\d/.test(text)) return `“${text}” has a space between its digits`
  if (/^\d+(\.\d+)?e[+-]?\d+$/i.test(text)) return `“${text}” is not written in plain digits`
  if (/[^\p{ASCII}]/u.test(text) && /\p{Nd}/u.test(text)) return `“${text}” is not written with the digits 0 to 9`
  return `“${text}” is not a number`
}

/**
 * Reads a number in plain digits, exactly. One comma with one or two digits after it is a decimal point; a comma before three
 * digits, a hexadecimal, an exponent or a naked point is refused in words. A minus sign may be − or -.
 */
export function readFigure(text: string): Figure {
  const trimmed = text.trim()
  const sign = /^[-−+]/.exec(trimmed)?.[0] ?? ''
  const digits = trimmed.slice(sign.length).trimStart()
  const isComma = commaFigure.test(digits)
  const figure = isComma ? digits.replace(',', '.') : digits
  if (!plainFigure.test(figure)) return { wrong: whyNot(trimmed) }
  const value = new Exact(figure)
  return { value: sign === '' || sign === '+' ? value : value.negated(), isComma }
}
