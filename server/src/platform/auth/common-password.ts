import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Words of this house and its trade, refused like the common ones: alone, said over, joined, and with figures or signs around them. */
const HOUSE = [
  'dripline',
  'ketamine',
  'infusion',
  'clinic',
  'nurse',
  'doctor',
  'owner',
  'prescriber',
  'frontdesk',
  'patient',
  'admin',
]
const houseOnly = new RegExp(`^(${HOUSE.join('|')})+s?$`)
const isOfHouse = (text: string) => houseOnly.test(text.replaceAll(/\P{L}/gu, ''))

let kept: ReadonlySet<string> | undefined

// Read at the first new password, not at every start.
const common = (): ReadonlySet<string> => {
  kept ??= new Set(
    readFileSync(join(import.meta.dirname, 'common-passwords.txt'), 'utf8')
      .split('\n')
      .filter((line) => !line.startsWith('#'))
      .flatMap((line) => line.split(' '))
      .filter(Boolean),
  )
  return kept
}

/** The shortest piece that, said over and over, makes the text: `abc` of `abcabcabcab`. */
const unitOf = (text: string): string => {
  for (let length = 1; length <= text.length / 2; length++) {
    const unit = text.slice(0, length)
    if (unit.repeat(Math.ceil(text.length / length)).startsWith(text)) return unit
  }
  return text
}

const ROWS = ['abcdefghijklmnopqrstuvwxyz', '01234567890123456789', 'qwertyuiopasdfghjklzxcvbnm', 'qwertzuiopasdfghjklyxcvbnm']
const backwards = (text: string) => [...text].reverse().join('')
/** Follows a row of the alphabet, of figures or of keys, there or back. */
const isRow = (text: string) => ROWS.some((row) => row.includes(text) || backwards(row).includes(text))

const SHORTEST_UNIT = 4
const bare = (text: string) => text.replaceAll(/^[\d\W_]+|[\d\W_]+$/g, '')

/** Whether a password is among the first that anybody tries: a common one, one said over, a row of keys, words of the house, or one with figures and signs around it. */
export const isCommonPassword = (password: string): boolean => {
  const text = password.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '')
  const unit = unitOf(text)
  if (unit.length < SHORTEST_UNIT || isRow(text)) return true
  if (isOfHouse(text)) return true
  const pieces = [text, unit, bare(text), unitOf(bare(text)), bare(unit)]
  return pieces.some((piece) => common().has(piece) || (piece.length > SHORTEST_UNIT && isRow(piece)))
}
