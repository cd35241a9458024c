import { sha256 } from './keys.ts'

/** What stands for one line in the tree whose root an anchor signs. */
export const leafOf = (entry: string) => sha256(`line\n${entry}`)

const pair = (left: string, right: string) => sha256(`pair\n${left}\n${right}`)

// The greatest power of two below the count: the tree of RFC 6962.
const splitOf = (count: number) => 2 ** (Math.ceil(Math.log2(count)) - 1)

/** The root over lines in their order: whoever knows it can be shown one of them without the others. */
export const rootOf = (leaves: readonly string[]): string => {
  const [first] = leaves
  if (first === undefined) throw new TypeError('A tree has at least one leaf.')
  if (leaves.length === 1) return first
  const at = splitOf(leaves.length)
  return pair(rootOf(leaves.slice(0, at)), rootOf(leaves.slice(at)))
}
