import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { filesUnder } from '../fingerprint.mjs'
import { at } from '../place.mjs'

export const boxes = ['engine', 'clinical', 'server', 'web']
const isHelpForTests = (file) => /[.](test|story)[.]tsx?$|(^|\/)testing[-.]/.test(file)
const isOurs = (file) => /[.](ts|tsx|mjs|css)$/.test(file) && !/[.]generated[.][a-z]+$/.test(file) && !isHelpForTests(file)

/** The sources written by hand of one folder, what helps tests left out: their path and their text. */
export const sourcesOf = (folder) =>
  filesUnder(folder)
    .filter(isOurs)
    .map((file) => ({ file, text: readFileSync(at(file), 'utf8') }))

export const linesOf = ({ text }) => text.split('\n').length - 1

/** Functions of more than `most` lines of one source, each with its name and its lines. */
export function longFunctions(source, most) {
  const long = []
  eachNode(source, (node, file) => {
    if (!ts.isFunctionLike(node) || !node.body) return
    const lines = lineAt(file, node.end) - lineAt(file, node.getStart(file)) + 1
    if (lines > most) long.push({ file: source.file, name: nameOf(node), lines })
  })
  return long
}

/** How often one source says what a type is instead of showing it: `as X`, but not `as const`. */
export function castsIn(source) {
  let casts = 0
  eachNode(source, (node, file) => {
    if (ts.isAsExpression(node) && node.type.getText(file) !== 'const') casts += 1
  })
  return casts
}

function eachNode({ file, text }, seen) {
  if (!/[.](ts|tsx|mjs)$/.test(file)) return
  const parsed = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, file.endsWith('x') ? ts.ScriptKind.TSX : undefined)
  const visit = (node) => {
    seen(node, parsed)
    ts.forEachChild(node, visit)
  }
  visit(parsed)
}

const lineAt = (file, position) => file.getLineAndCharacterOfPosition(position).line
const nameOf = (node) => node.name?.getText() ?? node.parent.name?.getText?.() ?? 'a function without a name'
