import { Exact } from '../exact.ts'
import type { FigureFault } from '../words/faults-measured.ts'

/** A number as it was typed: read, or why it cannot be. `isComma` says that a comma was read as the decimal point. */
export type Figure = { value: Exact; isComma: boolean } | { wrong: FigureFault }

const plainFigure = /^\d{1,12}(\.\d{1,12})?$/
const commaFigure = /^\d{1,12},\d{1,2}$/

/** Why a text is no number that can be read in one way only; what is asked for instead stands in the sentence. */
function whyNot(text: string): FigureFault {
  if (/^0x/i.test(text)) return 'not-plain-digits'
  if (/\d,\d{3}(?!\d)/.test(text)) return 'read-two-ways'
  if (/,/.test(text)) return 'comma-unread'
  if (/^[.]\d/.test(text)) return 'zero-before-point'
  if (/[.]$/.test(text)) return 'ends-with-point'
  if (/\d\s+\d/.test(text)) return 'space-between'
  if (/^\d+(\.\d+)?e[+-]?\d+$/i.test(text)) return 'not-plain-digits'
  if (/[^\p{ASCII}]/u.test(text) && /\p{Nd}/u.test(text)) return 'other-digits'
  return 'no-number'
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
