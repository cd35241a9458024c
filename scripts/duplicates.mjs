// Says which stretches of six lines and more stand twice in the web. `npm run duplicates`, or `-- --at <commit>` for how it was then.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { filesUnder } from './fingerprint.mjs'
import { at } from './place.mjs'

const LEAST = 6
const git = (...args) => execFileSync('git', args, { encoding: 'utf8', cwd: at('.'), maxBuffer: 1 << 28 })

/** The lines of a file that say something, without imports: what is imported twice is used twice, not written twice. */
export function spoken(text) {
  const lines = []
  let isImport = false
  for (const [i, line] of text.split('\n').entries()) {
    const said = line.trim()
    if (/^import\b/.test(said)) isImport = true
    const isSkipped = isImport || said === ''
    if (isImport && /(from )?'[^']+'$/.test(said)) isImport = false
    if (!isSkipped) lines.push({ said, number: i + 1 })
  }
  return lines
}

/** Every stretch of at least six lines that two places share, as long as it goes; `files` are names with their lines. */
export function pairsIn(files) {
  const begins = new Map()
  for (const [file, { lines }] of files.entries())
    for (let i = 0; i + LEAST <= lines.length; i += 1) {
      const key = lines
        .slice(i, i + LEAST)
        .map(({ said }) => said)
        .join('\n')
      begins.set(key, [...(begins.get(key) ?? []), { file, i }])
    }
  const same = (a, b) => {
    const [one, other] = [files[a.file].lines[a.i], files[b.file].lines[b.i]]
    return one !== undefined && other !== undefined && one.said === other.said
  }
  const moved = ({ file, i }, by) => ({ file, i: i + by })
  const pairs = []
  for (const places of begins.values())
    for (const [n, a] of places.entries())
      for (const b of places.slice(n + 1)) {
        if (same(moved(a, -1), moved(b, -1))) continue
        let length = LEAST
        while (same(moved(a, length), moved(b, length))) length += 1
        pairs.push({ a: place(files, a), b: place(files, b), length })
      }
  return pairs.sort((one, other) => other.length - one.length)
}

const place = (files, { file, i }) => `${files[file].name}:${files[file].lines[i].number}`

function duplicatesAt(commit) {
  const names = commit ? git('ls-tree', '-r', '--name-only', commit, 'web/src').trim().split('\n') : filesUnder('web/src')
  const own = names.filter((name) => /\.(tsx?|css)$/.test(name) && !/\.test\.|generated/.test(name))
  const read = (name) => (commit ? git('show', `${commit}:${name}`) : readFileSync(at(name), 'utf8'))
  return pairsIn(own.map((name) => ({ name, lines: spoken(read(name)) })))
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const flag = process.argv.indexOf('--at')
  const pairs = duplicatesAt(flag > 0 ? process.argv[flag + 1] : undefined)
  for (const { a, b, length } of pairs) console.log(`${length} lines: ${a} and ${b}`)
  console.log(`${pairs.length} pairs of ${LEAST} lines and more`)
}
