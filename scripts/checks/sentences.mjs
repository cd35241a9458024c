import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { filesUnder } from '../fingerprint.mjs'
import { at } from '../place.mjs'

/** Names under which words for people stand: what they say is for people, and code goes by the code beside them. */
const spoken = /^(reason|message|expected|detail|clearsWhen|says|sentence|hint)$/
const reading = /^(startsWith|endsWith|includes|indexOf|match|matchAll|replace|replaceAll|search|split|slice|substring)$/
const formatting = /^toLocale(String|DateString|TimeString)$/
/** What reads the clock of whichever machine it runs on. */
const wallClock = /^get(Hours|Minutes|Seconds|Day|Date|Month|FullYear)$/
/** What finds, checks, gates or refuses, and the fields in which it may say so: as a code with its params. What was stored before may be words. */
const finding = /^(?!Stored)\w*(Finding|Verdict|Checked|Judgement|Check|Fault|Mark)$/
const said = /^(reason|clearsWhen|reading|found|text|words|says|message|sentence)$/
/** Where faults have their words: what they take is no sentence. */
const faultTable = /^clinical\/src\/words\/faults-/
/** What a shape asks is a code: `asked('…')`. These take a text that is no message. */
const noMessage =
  /^(literal|default|catch|prefault|discriminatedUnion|startsWith|endsWith|includes|templateLiteral|describe|brand)$/

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
  'server/src/platform/settings.ts': 'what a terminal says of a setting',
  'web/src/pages/workspace/lab/reading.ts': 'warnings of the engine, which are sentences until it gives codes',
  'web/src/pages/workspace/lab/trial.ts': 'rounding before the formatter',
  'web/src/pages/workspace/lab/words.ts': 'rounding before the formatter',
  'clinical/src/curve/frozen-curve.ts': 'the digits that a hash is made of',
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
  if (
    formatting.test(name.text) ||
    (/^to(Fixed|Precision|Exponential)$/.test(name.text) && given.length > 0) ||
    wallClock.test(name.text)
  )
    return FORMATS
  const isCut = reading.test(name.text) && ts.isCallExpression(of) && nameOf(of.expression) === 'toISOString'
  return isCut ? 'cuts a date out of an instant: ask dateOf' : null
}

const FREE = 'says it in a free string: a code and its params'
const ASKS = 'asks in a free string: asked(…)'

/** Whether a type is text, alone or among others. */
const isFree = (type) =>
  type?.kind === ts.SyntaxKind.StringKeyword || (type && ts.isUnionTypeNode(type) && type.types.some(isFree))

const declaredIn = (node) =>
  ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node) ? node.name.text : node.parent ? declaredIn(node.parent) : ''

/** What is wrong with a field of a type: it says a finding, a check, a gate or a fault in words. */
function fieldFault(node, file) {
  if (!said.test(node.name.getText()) || !isFree(node.type)) return null
  return finding.test(declaredIn(node)) || faultTable.test(file) ? FREE : null
}

const rootOf = (node) =>
  ts.isCallExpression(node) || ts.isPropertyAccessExpression(node)
    ? rootOf(node.expression)
    : ts.isIdentifier(node)
      ? node.text
      : ''
const isError = (each) => ts.isPropertyAssignment(each) && each.name.getText() === 'error' && ts.isStringLiteral(each.initializer)

/** Whether a call of a shape is given its message as a text. */
const asksFreely = ({ expression, arguments: given }) =>
  rootOf(expression) === 'z' &&
  !noMessage.test(expression.name.text) &&
  given.some((each) => ts.isStringLiteral(each) || (ts.isObjectLiteralExpression(each) && each.properties.some(isError)))

// A word or two in small letters is a code: 'no baseline'.
const isText = (node) => ts.isStringLiteral(node) && /^\p{Lu}\S* |\S+ \S+ \S+/u.test(node.text)

/** Whether a sentence is compared with another. */
function isCompared({ left, right, operatorToken }) {
  if (!/^[!=]==$/.test(operatorToken.getText())) return false
  return (spoken.test(nameOf(left)) && isText(right)) || (spoken.test(nameOf(right)) && isText(left))
}

function faultAt(node, file) {
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression))
    return callFault(node) ?? (asksFreely(node) ? ASKS : null)
  if (ts.isPropertySignature(node)) return fieldFault(node, file)
  if (ts.isBinaryExpression(node)) return isCompared(node) ? 'compares a sentence: go by its code' : null
  return ts.isPropertyAccessExpression(node) && nameOf(node.expression) === 'Intl' ? FORMATS : null
}

/** Every place of a text where code reads a sentence, or writes a time or a number past the formatter. */
export function sentencesRead(text, file = 'file.ts') {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind)
  const found = []
  const visit = (node) => {
    const what = faultAt(node, file)
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
