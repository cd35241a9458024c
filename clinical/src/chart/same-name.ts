const alike: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' }

/** The parts of a name without accents, case, unseen marks, apostrophes, commas, hyphens and titles of courtesy, in the order of the alphabet. */
export function nameParts(name: string): string[] {
  const plain = name
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => alike[letter] ?? letter)
    .replace(/['’‘ʼ`´.]/g, '')
  return plain
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '' && !courtesies.has(part))
    .sort()
}

const courtesies = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr'])

/** Whether two spellings name one person: the same parts in any order, however they are accented or joined. */
export function isSameName(one: string, other: string): boolean {
  const [parts, others] = [nameParts(one), nameParts(other)]
  return parts.length > 0 && parts.join(' ') === others.join(' ')
}
