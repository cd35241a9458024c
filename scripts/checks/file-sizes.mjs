import { readFileSync } from 'node:fs'
import { filesUnder } from '../fingerprint.mjs'
import { at } from '../place.mjs'

const most = 300
const mostMedian = 60
const textOf = (file) => readFileSync(at(file), 'utf8')
/** What is written by hand; what codegen writes says so in its name, and is as long as what it lists. */
export const isCounted = (file) => /[.](ts|tsx|mjs|cjs|sql)$/.test(file) && !/[.]generated[.][a-z]+$/.test(file)
const linesOf = (file) => textOf(file).split('\n').length - 1

/** Faults in the sizes of our files: none over 300 lines, half of them under 60. */
export const fileSizes = () =>
  sizeFaults(
    filesUnder('.')
      .filter(isCounted)
      .map((file) => [file, linesOf(file)]),
  )

export function sizeFaults(files) {
  const sizes = files.map(([, lines]) => lines).sort((a, b) => a - b)
  const median = sizes[Math.floor(sizes.length / 2)] ?? 0
  const long = files.filter(([, lines]) => lines > most).map(([file, lines]) => `${file} has ${lines} lines; the most is ${most}`)
  return median < mostMedian ? long : [...long, `the median file has ${median} lines; it must stay under ${mostMedian}`]
}
