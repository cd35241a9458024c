/** What two spellings of one identifier have in common: no case, no spaces around or doubled, no marks that nobody sees. */
const folded = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLocaleLowerCase('en-US')

/** Whether these are two different identifiers, and not one in two spellings. */
export const areTwoIdentifiers = (one: string, other: string): boolean => folded(one) !== folded(other)
