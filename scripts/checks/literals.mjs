import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { definitionFolders } from '../codegen/definitions.mjs'
import { filesUnder } from '../fingerprint.mjs'
import { at } from '../place.mjs'

/**
 * Numbers that say nothing clinical: counting, indices, halves, units of time and of amounts, the ends of the calendar.
 * A number with a name that speaks of a quantity is clinical even so.
 */
const structural = new Set([
  -1, 0, 1, 2, 7, 10, 12, 16, 24, 26, 28, 29, 30, 31, 60, 100, 365, 366, 1000, 3600, 60_000, 3_600_000, 86_400_000,
])

/** A name that speaks of a clinical quantity. */
const quantity =
  /(minute|hour|day|week|month|percent|limit|least|most|within|every|dose|mg|ml|kg|rate|score|remission|response|threshold|baseline|interval|patience|tolerance|overdue|window|change)/i
/** Names of what machines wait for, hold or count. */
const technical =
  /ms$|inpounds|^mass$|height$|^(minute|hour|day|saturday|sunday)s?$|bytes|figures|digits|seed|per_?(ml|mg|hour)$|shape|minutesperhour|day_minutes|slip|likely|far_ahead|long_ago|fresh|typed|longest|(^|[.])(median|p5|p95)$/i

const isSource = (file) => /[.]tsx?$/.test(file) && !/[.]test[.]tsx?$|[.]generated[.]ts$|\/testing/.test(file)
const definitions = () => new RegExp(`^clinical/src/(${definitionFolders(at('clinical/src')).join('|')})/`)

/** How many digits are shown: `plain(value, 3)`. */
const isDigits = (node) => ts.isCallExpression(node) && /^(plain|halfUp|down)$/.test(node.expression.getText())

/** Where the numbers of a file stand: each with its line and, where it is given one, its name. */
export function numbersIn(text, file = 'file.ts') {
  const source = ts.createSourceFile(
    file,
    text,
    ts.ScriptTarget.Latest,
    true,
    file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  )
  const found = []
  const visit = (node, name, isTop) => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node)) return
    if (ts.isNumericLiteral(node) || (ts.isStringLiteral(node) && /^-?\d+([.]\d+)?$/.test(node.text))) {
      if (isDigits(node.parent)) return
      const isNegative = ts.isPrefixUnaryExpression(node.parent) && node.parent.operator === ts.SyntaxKind.MinusToken
      const value = Number(node.text.replaceAll('_', '')) * (isNegative ? -1 : 1)
      found.push({ value, name, isTop, line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1 })
      return
    }
    const isFunction = ts.isFunctionLike(node)
    const hasName = (ts.isVariableDeclaration(node) || ts.isPropertyAssignment(node)) && ts.isIdentifier(node.name)
    const own = hasName ? [name, node.name.text].filter(Boolean).join('.') : name
    ts.forEachChild(node, (child) => visit(child, isFunction ? '' : own, isTop && !isFunction))
  }
  visit(source, '', true)
  return found
}

/** Files and folders whose numbers are arithmetic, shapes, drawing or words, each with the reason. */
export const exempt = {
  'web/src/gallery/': 'made up, to show what parts and charts look like',
  'clinical/src/shapes/': 'what can be written at all, and units; limits bind orders, not facts',
  'clinical/src/chart/us-states.ts': 'states and zones',
  'clinical/src/outcome/wilson.ts': 'a percentile of the normal distribution',
  'clinical/src/chart/reading-grade.ts': 'the formula of a reading grade',
  'clinical/src/chart/reading-ease.ts': 'the formula of how easily Spanish is read',
  'clinical/src/service/': 'days of the law, each with its source, and what can be written at all of a line',
  'clinical/src/article/': 'how a text is cut, measured and shown',
  'web/src/pages/public/articles/': 'drawing; what is drawn is a claim, and its test holds it against the engine',
  'web/src/explore/':
    'drawing, and published settings the engine is asked at; tests hold what is drawn against engine and claims',
  'server/src/care/articles/': 'how long a text is, how long a review is good for',
  'clinical/src/exact.ts': 'digits of arithmetic',
  'clinical/src/words/': 'how a message is shown',
  'clinical/src/quantity.ts': 'digits that are shown',
  'clinical/src/chart/search-text.ts': 'letters and figures of names and phones',
  'clinical/src/dose/dosing-weight.ts': 'centimeters in an inch; Devine’s numbers are the engine’s, with their source',
  'clinical/src/visit/infusion-events.ts': 'what can be written at all; limits bind orders, not facts',
  'clinical/src/chart/questions.ts': 'definitions of questions: what can be answered at all',
  'clinical/src/dose/order-choice.ts': 'a shape: how long an id is, which strengths the form offers',
  'clinical/src/chart/call-script.ts': 'a definition of its own: the parts of the call, with their source',
  'clinical/src/dose/published-advice.ts': 'a definition of its own: figures of published sources, each with its source',
  'clinical/src/outcome/phq-9-total.ts': 'the range of the instrument',
  'clinical/src/visit/gate-example.ts': 'people of examples',
  'clinical/src/dose/dose-example.ts': 'people of examples',
  'clinical/src/dose/as-needed-choice.ts': 'a shape of what a prescriber types',
  'clinical/src/outcome/questionnaire.ts': 'a scale from 0 to 10',
  'clinical/src/visit/rights.ts': 'a definition of its own, with source and basis',
  'clinical/src/visit/recovery-score.ts': 'items of published scores',
  'clinical/src/dose/waste-check.ts': 'places of the book',
  'clinical/src/chart/improbable.ts': 'units, and decimal places of readings',
  'clinical/src/calendar/slots.ts': 'the largest page of a calendar',
  'server/src/simulated-clinic/': 'a play',
  'server/src/platform/': 'machines, doors and keys',
  'clinical/src/trial/': 'invented people, and an independent reading that imports no policy on purpose',
  'server/src/trial/': 'how a trial reports',
  'server/src/care/people/find-people.ts': 'how many lines a search shows',
  'server/src/care/people/store/find.ts': 'how many lines a search reads',
  'server/src/care/clinic/staff.ts': 'how long a word is',
  'clinical/src/face/': 'how colors are measured',
  'server/src/care/clinic/face/': 'how long a word is, how large a picture',
  'server/src/care/clinic/send-invitation.ts': 'how long a link to a sign-in lives',
  'server/src/care/planning/routes.ts': 'how many visits one request may ask for',
  'server/src/care/records/': 'how long a merge can be undone, how many lines are shown',
  'server/src/care/session/routes.ts': 'how long a word is',
  'server/src/care/session/session.ts': 'how long a word is',
  'server/src/care/session/drugs/sent.ts': 'how long a word is',
  'server/src/care/booking/reminders.ts': 'how long a link lives',
  'server/src/care/booking/offered-slots.ts': 'how many times are shown',
  'server/src/care/booking/offered-to.ts': 'how many days are shown',
  'server/src/care/booking/hold-time.ts': 'how long a form holds a time',
  'server/src/care/booking/letter-choice.ts': 'how long a link lives',
  'server/src/care/booking/embed/': 'how long a script may be kept',
  'server/src/care/booking/letters.ts': 'what a stranger can make us send',
  'server/src/care/booking/move-appointment.ts': 'what a stranger can make us send',
  'server/src/care/session/desk-routes.ts': 'how many days one request may ask for',
  'web/src/pages/workspace/stock/next.tsx': 'when a list turns yellow',
  'web/src/pages/workspace/calls.tsx': 'days of a week',
  'web/src/pages/workspace/desk/': 'drawing',
  'server/src/care/outcomes/store.ts': 'how far a query looks back',
  'web/src/charts/interval-rows.tsx': 'drawing',
  'web/src/charts/model-fans.tsx': 'drawing',
  'server/src/bench/': 'rates and limits of the bench',
  'server/src/faults/': 'how long a fault is held',
  'web/src/charts/relief-course.tsx': 'a percent made a share',
  'web/src/pages/workspace/patients/': 'how many lines are shown',
  'web/src/data/': 'the public page’s own made-up people, and patience',
  'web/src/pages/workspace/face/': 'how many lines a form has',
  'web/src/pages/workspace/lab/': 'the laboratory: the engine’s own inputs',
  'web/src/pages/workspace/visit/pads/when-picker.tsx': 'choices of a clock',
  'web/src/pages/workspace/relief/score-course-of.ts': 'drawing',
  'web/src/pages/workspace/relief/captions.tsx': 'units',
}

const isExempt = (file) => Object.keys(exempt).some((place) => file === place || (place.endsWith('/') && file.startsWith(place)))

/** Clinical numbers that stand outside definitions. */
export function literalFaults(files = filesUnder('clinical/src', 'server/src', 'web/src').filter(isSource)) {
  const inDefinitions = definitions()
  return files.flatMap((file) => {
    if (inDefinitions.test(file) || isExempt(file)) return []
    const numbers = numbersIn(readFileSync(at(file), 'utf8'), file)
    const isClinical = file.startsWith('clinical/') ? isLoose : isNamed
    return numbers
      .filter(isClinical)
      .map(
        ({ value, name, line }) =>
          `${file}:${line} ${name ? `${name} is ` : ''}${value}: a clinical number belongs in clinical/src/policies`,
      )
  })
}

/** In clinical: any number that is not structural, and any named for a quantity. */
export const isLoose = ({ value, name, isTop }) =>
  !technical.test(name) && (!structural.has(value) || (isTop && quantity.test(name) && value > 1))

/** In server and web, where most numbers are pixels and patience: only those named for a quantity, at the top of a file. */
export const isNamed = ({ value, name, isTop }) => isTop && value !== 0 && quantity.test(name) && !technical.test(name)
