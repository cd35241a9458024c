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

const READS = 'reads a sentence: go by its code'
const FORMATS = 'formats past the formatter'

/** What is wrong with a call of a method. */
function callFault({ expression, arguments: given }) {
  const { expression: of, name } = expression
  if (reading.test(name.text) && spoken.test(nameOf(of))) return READS
  if (/^(test|exec)$/.test(name.text) && given.some((each) => spoken.test(nameOf(each)))) return READS
  if (formatting.test(name.text) || (name.text === 'toFixed' && given.length > 0)) return FORMATS
  const isCut = reading.test(name.text) && ts.isCallExpression(of) && nameOf(of.expression) === 'toISOString'
  return isCut ? 'cuts a date out of an instant: ask dateOf' : null
}

// A word or two in small letters is a code: 'no baseline'.
const isText = (node) => ts.isStringLiteral(node) && /^\p{Lu}\S* |\S+ \S+ \S+/u.test(node.text)

/** Whether a sentence is compared with another. */
function isCompared({ left, right, operatorToken }) {
  if (!/^[!=]==$/.test(operatorToken.getText())) return false
  return (spoken.test(nameOf(left)) && isText(right)) || (spoken.test(nameOf(right)) && isText(left))
}

function faultAt(node) {
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) return callFault(node)
  if (ts.isBinaryExpression(node)) return isCompared(node) ? 'compares a sentence: go by its code' : null
  return ts.isPropertyAccessExpression(node) && nameOf(node.expression) === 'Intl' ? FORMATS : null
}

/** Every place of a text where code reads a sentence, or writes a time or a number past the formatter. */
export function sentencesRead(text, file = 'file.ts') {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind)
  const found = []
  const visit = (node) => {
    const what = faultAt(node)
    if (what) found.push({ line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1, what })
    ts.forEachChild(node, visit)
  }
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
