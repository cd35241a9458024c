import { readFileSync } from 'node:fs'
import { filesUnder } from '../fingerprint.mjs'
import { at } from '../place.mjs'

const most = 300
const mostMedian = 60
const isCounted = (file) => /[.](ts|tsx|mjs|cjs|sql)$/.test(file) && !file.endsWith('.generated.ts')

/** Faults in the sizes of our files: none over 300 lines, half of them under 60. */
export function fileSizes(paths = ['.']) {
  const sizes = filesUnder(...paths)
    .filter(isCounted)
    .map((file) => ({ file, lines: readFileSync(at(file), 'utf8').split('\n').length - 1 }))
    .sort((a, b) => a.lines - b.lines)
  const median = sizes[Math.floor(sizes.length / 2)]?.lines ?? 0
  const long = sizes
    .filter(({ lines }) => lines > most)
    .map(({ file, lines }) => `${file} has ${lines} lines; the most is ${most}`)
  return median < mostMedian
    ? long
    : [...long, `half of the files have ${median} lines or more; the median must stay under ${mostMedian}`]
}
