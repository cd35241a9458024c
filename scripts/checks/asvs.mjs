import { existsSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { at } from '../place.mjs'
import { requirements } from './asvs-ids.mjs'

const page = 'docs/security/asvs.md'
const VERDICTS = ['met', 'not applicable', 'not met']

/** @typedef {{ id: string, level: number, asks: string, verdict: string, by: string }} Row */

/** The rows of the checklist, in their order. @returns {Row[]} */
export const rowsOf = (text = readFileSync(at(page), 'utf8')) =>
  [...text.matchAll(/^\| (\d+\.\d+\.\d+) \|(.*)\|$/gm)].map(([, id, rest]) => {
    const [level, asks = '', verdict = '', ...by] = rest.split('|').map((cell) => cell.trim())
    return { id, level: Number(level), asks, verdict, by: by.join('|') }
  })

/** What a row of *met* names: tests by their title and file, or files alone; null for a part that is neither. */
export const namedBy = (by) =>
  by.split(/;\s+(?=["`])/).map((part) => {
    const test = /^"(.+)" in `([^`\s]+)`$/.exec(part)
    if (test) return { title: test[1], file: test[2] }
    const file = /^`([^`\s]+)`$/.exec(part)
    return file ? { file: file[1] } : null
  })

const isTest = (/** @type {ts.Expression} */ callee) => {
  const root =
    ts.isCallExpression(callee) && ts.isPropertyAccessExpression(callee.expression) ? callee.expression.expression : callee
  return ts.isIdentifier(root) && ['test', 'it'].includes(root.text)
}

/** The titles of the tests of a file, as they are written: those of a table with their signs to be filled in. */
export function titlesIn(text, file = 'a.test.ts') {
  const titles = new Set()
  const visit = (/** @type {ts.Node} */ node) => {
    if (ts.isCallExpression(node) && isTest(node.expression)) {
      const [title] = node.arguments
      if (title && ts.isStringLiteralLike(title)) titles.add(title.text)
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest))
  return titles
}

const read = (file) => (existsSync(at(file)) ? readFileSync(at(file), 'utf8') : null)

/** Faults in what a row names: a part that cannot be read, a file that is gone, a test that is not in its file. */
function namedFaults({ id, by }, titlesOf) {
  return namedBy(by).flatMap((named) => {
    if (!named) return [`${id} names neither a test ("title" in \`file\`) nor a \`file\`: ${by}`]
    const titles = titlesOf(named.file)
    if (!titles) return [`${id} names ${named.file}, which is not there`]
    return named.title === undefined || titles.has(named.title)
      ? []
      : [`${named.file} has no test “${named.title}”, named by ${id}`]
  })
}

const rowFaults = (row, asked, titlesOf) => {
  const { id, level, asks, verdict, by } = row
  const faults = []
  if (level !== asked.get(id)) faults.push(`${id} is of level ${asked.get(id)}, not ${level}`)
  if (asks.length < 8) faults.push(`${id} does not say what it asks`)
  if (!VERDICTS.includes(verdict)) faults.push(`${id} is neither met, not applicable nor not met: ${verdict}`)
  if (verdict === 'met') return [...faults, ...namedFaults(row, titlesOf)]
  return by.length < 8 ? [...faults, `${id} is ${verdict} without a reason`] : faults
}

/** The counts that the head of the page says, against those of its rows. */
const countFaults = (text, rows) =>
  [...VERDICTS, 'all'].flatMap((verdict) => {
    const said = new RegExp(`^\\| ${verdict} \\| (\\d+) \\|$`, 'm').exec(text)?.[1]
    const count = verdict === 'all' ? rows.length : rows.filter((row) => row.verdict === verdict).length
    return said === String(count) ? [] : [`the head says ${said ?? 'nothing'} for “${verdict}”; the rows are ${count}`]
  })

/** Faults of the security checklist: ids, levels, verdicts, reasons, counts, and every test and file it names. */
export function asvsFaults(text = readFileSync(at(page), 'utf8'), asked = requirements, textOf = read) {
  const known = new Map()
  const titlesOf = (file) => {
    if (!known.has(file)) {
      const source = textOf(file)
      known.set(file, source === null ? null : titlesIn(source, file))
    }
    return known.get(file)
  }
  const rows = rowsOf(text)
  const standing = [...asked.keys()].flatMap((id) => {
    const times = rows.filter((row) => row.id === id).length
    return times === 1 ? [] : [`${id} stands ${times} times`]
  })
  const foreign = rows.filter(({ id }) => !asked.has(id)).map(({ id }) => `${id} is not of the list`)
  const own = rows.filter(({ id }) => asked.has(id)).flatMap((row) => rowFaults(row, asked, titlesOf))
  return [...standing, ...foreign, ...own, ...countFaults(text, rows)].map((fault) => `${page}: ${fault}`)
}
