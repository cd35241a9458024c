import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { filesUnder } from '../fingerprint.mjs'
import { at } from '../place.mjs'

/** Where texts that people read are written; definitions, messages, letters and components. */
const places = ['clinical/src', 'server/src', 'web/src']
const isRead = (file) =>
  /[.]tsx?$/.test(file) &&
  !/([.](int|race|story)?[.]?test|[.]generated|testing[^/]*)[.]tsx?$/.test(file) &&
  !file.includes('/simulated-clinic/')

/** Every text of these files that a person could read, with its place: more than one word, or a capital at its beginning. */
export function* textsIn(paths = places) {
  for (const file of filesUnder(...paths).filter(isRead)) {
    const source = ts.createSourceFile(file, readFileSync(at(file), 'utf8'), ts.ScriptTarget.Latest, true)
    for (const { node, text } of literalsOf(source))
      if (isForPeople(text)) yield { file, line: source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1, text }
  }
}

function* literalsOf(node) {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return
  if (ts.isTaggedTemplateExpression(node)) return
  if (isText(node)) yield { node, text: node.text }
  for (const child of node.getChildren()) yield* literalsOf(child)
}

const isText = (node) =>
  ts.isStringLiteral(node) ||
  ts.isNoSubstitutionTemplateLiteral(node) ||
  ts.isTemplateHead(node) ||
  ts.isTemplateMiddle(node) ||
  ts.isTemplateTail(node) ||
  ts.isJsxText(node)

/** A code, a class, a path or a key is one word in small letters; what people read has a space or a capital. */
export const isForPeople = (text) => /[A-Za-z]{2,} +\S/.test(text) || /^\s*[A-Z][a-z]+/.test(text)
