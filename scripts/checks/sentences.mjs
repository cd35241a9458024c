import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { filesUnder } from '../fingerprint.mjs'
import { at } from '../place.mjs'

/** Names under which words for people stand: what they say is for people, and code goes by the code beside them. */
const spoken = /^(reason|message|expected|detail|clearsWhen|says|sentence|hint)$/
const reading = /^(startsWith|endsWith|includes|indexOf|match|matchAll|replace|replaceAll|search|split|slice|substring)$/
const formatting = /^toLocale(String|DateString|TimeString)$/

/** Where it is done, each with the reason. */
export const allowed = {
  'clinical/src/words/format.ts': 'the one formatter',
  'clinical/src/quantity.ts': 'the one formatter: figures and amounts',
  'server/src/platform/mail.ts': 'what another mail server answers',
  'server/src/platform/outage.ts': 'what the driver of the database says of a lost connection',
  'server/src/platform/lease.ts': 'what the driver of the database is asked',
  'server/src/platform/wrong-clock.ts': 'a line of the terminal',
  'server/src/platform/local-dates.ts': 'calendar dates by the hundred thousand, for machines',
  'clinical/src/trial/numbers.ts': 'random amounts',
  'web/src/pages/workspace/lab/reading.ts': 'warnings of the engine, which are sentences until it gives codes',
  'web/src/pages/workspace/lab/trial.ts': 'rounding before the formatter',
  'web/src/charts/marks.tsx': 'ticks of an axis',
  'web/src/charts/concentration-chart.tsx': 'figures of the lab',
}

const nameOf = (node) =>
  ts.isIdentifier(node)
    ? node.text
    : ts.isPropertyAccessExpression(node)
      ? node.name.text
      : ts.isNonNullExpression(node)
        ? nameOf(node.expression)
        : ''

/** Every place of a text where code reads a sentence, or writes a time or a number past the formatter. */
export function sentencesRead(text, file = 'file.ts') {
  const source = ts.createSourceFile(
    file,
    text,
    ts.ScriptTarget.Latest,
    true,
    file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  )
  const found = []
  const add = (node, what) => found.push({ line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1, what })
  const visit = (node) => {
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const { expression: of, name } = node.expression
      if (reading.test(name.text) && spoken.test(nameOf(of))) add(node, 'reads a sentence: go by its code')
      if (/^(test|exec)$/.test(name.text) && node.arguments.some((each) => spoken.test(nameOf(each))))
        add(node, 'reads a sentence: go by its code')
      if (formatting.test(name.text) || (name.text === 'toFixed' && node.arguments.length > 0))
        add(node, 'formats past the formatter')
      if (reading.test(name.text) && ts.isCallExpression(of) && nameOf(of.expression) === 'toISOString')
        add(node, 'cuts a date out of an instant: ask dateOf')
    }
    if (ts.isBinaryExpression(node) && /^[!=]==$/.test(node.operatorToken.getText())) {
      const [one, other] = [node.left, node.right]
      // A word or two in small letters is a code: 'no baseline'.
      const isText = (each) => ts.isStringLiteral(each) && /^\p{Lu}\S* |\S+ \S+ \S+/u.test(each.text)
      if ((spoken.test(nameOf(one)) && isText(other)) || (spoken.test(nameOf(other)) && isText(one)))
        add(node, 'compares a sentence: go by its code')
    }
    if (ts.isPropertyAccessExpression(node) && nameOf(node.expression) === 'Intl' && !isType(node))
      add(node, 'formats past the formatter')
    ts.forEachChild(node, visit)
  }
  const isType = (node) => ts.isTypeNode(node.parent) || ts.isQualifiedName(node.parent)
  visit(source)
  return found
}

const isSource = (file) =>
  /[.]tsx?$/.test(file) &&
  !/[.](test|generated)[.]tsx?$|[.](int|race|slow)[.]test[.]|\/testing-|\/bench\/|\/bench-|\/faults\//.test(file)

/** Everything that reads a sentence, or formats a time or a number outside of the one formatter. */
export const sentenceFaults = (
  files = ['clinical/src', 'server/src', 'web/src'].flatMap((box) => filesUnder(box)).filter(isSource),
) =>
  files
    .filter((file) => !allowed[file])
    .flatMap((file) => sentencesRead(readFileSync(at(file), 'utf8'), file).map(({ line, what }) => `${file}:${line} ${what}`))
