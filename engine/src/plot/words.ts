/** What stands between tags, safely; without the characters that XML has no place for. */
export const text = (words: string) =>
  Array.from(words)
    .filter(isOfXml)
    .join('')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

function isOfXml(letter: string): boolean {
  const code = letter.codePointAt(0) ?? 0
  return code >= 0x20 && !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff
}

/** A number as it is printed: with a minus, which is longer than a hyphen. */
export const digits = (value: number) => String(value).replace(/^-/, '−')

/** About how wide words are, in the units of the picture; a font is not at hand. */
export const widthOf = (words: string, size = 12) => words.length * size * 0.56

/** No longer than a number of letters. */
export const cut = (words: string, most: number) => (words.length > most ? `${words.slice(0, most - 1)}…` : words)

/** Words in lines that fit a width. */
export function wrapped(words: string, width: number, size: number): string[] {
  const lines: string[] = []
  for (const word of words.split(' ')) {
    const longer = lines.length > 0 ? `${lines[lines.length - 1]} ${word}` : word
    if (lines.length > 0 && widthOf(longer, size) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
