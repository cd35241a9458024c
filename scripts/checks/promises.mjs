import { existsSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { filesUnder } from '../fingerprint.mjs'
import { at } from '../place.mjs'
import { messageTexts } from './messages.mjs'

/** Where patients and callers read us: public and patients' pages, articles, letters, the consent, what is said on the phone. */
const isRead = (file) =>
  /^web\/src\/(pages\/(public|portal)|articles)\/.*[.]tsx?$|^web\/src\/ui\/public-frame[.]tsx$|^server\/src\/care\/\w+\/(letters|documents|calendar-file|letter-words)[.]ts$|^clinical\/src\/(consents\/.*|chart\/(patient-words|call-script))[.]ts$/.test(
    file,
  ) && !/[.]test[.]tsx?$|\/index[.]ts$/.test(file)

/** Words by which a sentence says what somebody will do or have. */
const promiseWords =
  /\b(we(’|')ll|we will|will (phone|call|write|ring|send|ask|get|tell|stop|be told|not)|you(’|')ll|you will (get|have|receive|not)|you get|you can have|any ?time|any hour|at any|always|whole time|within|a copy|full copy|no more|we keep|on every page|by email)\b/i

/** Every promise we make, with the test that holds it (its file, and words of it), or whoever keeps it by their own hands. */
/** @type {readonly { says: RegExp, by?: string, test?: string, keptBy?: string }[]} */
export const promises = [
  {
    says: /no more questions|will not ask again about this course|asks no more about this course/,
    by: 'server/src/care/outcomes/documents.int.test.ts',
    test: 'stops everything with one press',
  },
  {
    says: /We will (phone|call) you|we will phone you on/,
    by: 'server/src/care/booking/call.int.test.ts',
    test: 'callsOn(nurse',
  },
  {
    says: /Reminders and questions by email can end|No more (letters|emails) of this kind/,
    by: 'server/src/platform/message.int.test.ts',
    test: 'an opt-out stands in the head of a letter',
  },
  {
    says: /You will always hear about a new time or a cancellation|We still tell you about a new time or a cancellation/,
    by: 'server/src/care/booking/told.int.test.ts',
    test: 'the desk cancels: one letter',
  },
  {
    says: /We keep this time for you for/,
    by: 'server/src/care/booking/form-hold.int.test.ts',
    test: 'whoever holds it wins',
  },
  {
    says: /Move or cancel from the email, any time/,
    by: 'server/src/care/booking/booking.int.test.ts',
    test: 'say when and how to move it',
  },
  {
    says: /Choose a password here within seven days/,
    by: 'server/src/care/clinic/staff.int.test.ts',
    test: 'ends after seven days',
  },
  { says: /ask the clinic in any way you know, and we will help/, keptBy: 'the front desk' },
  { says: /call us, and we will find a time together/, keptBy: 'the front desk' },
  {
    says: /it will not be saved twice/,
    by: 'server/src/platform/context.int.test.ts',
    test: 'asked again with the same key gives the first answer and does the work once',
  },
  { says: /I will ask about your heart/, by: 'clinical/src/chart/call-script.test.ts', test: 'every answer of every red flag' },
  { says: /call or text 988 at any hour/, keptBy: 'the 988 Suicide and Crisis Lifeline: answered day and night' },
  {
    says: /Here you get a low dose, slowly, into a vein/,
    by: 'clinical/src/definitions.test.ts',
    test: 'gives $doseMg mg at $rateMgPerHour mg/h',
  },
  {
    says: /A nurse watches you the whole time/,
    by: 'clinical/src/visit/due.test.ts',
    test: 'advise at 18:45, call at 30:00, stop at 45:00',
  },
  { says: /Your clinician will tell you which of these may suit you/, keptBy: 'the clinician, before the consent is said back' },
  { says: /mostly gone within two hours/, keptBy: 'nobody: what studies saw, clinical reference 4' },
  {
    says: /crisis lines are on every page we send you/,
    by: 'web/src/pages/public/public-pages.test.tsx',
    test: 'the crisis lines stand in the page',
  },
  { says: /can stop at any time/i, by: 'clinical/src/visit/rights.test.ts', test: 'nothing stands in the way of pause, stop' },
  { says: /It will not change how we treat you/, keptBy: 'everybody who treats' },
  { says: /we will stop and talk about what comes next/, keptBy: 'the prescriber, by the stop rule of the protocol' },
  {
    says: /ask you how you are for about three months/,
    by: 'clinical/src/outcome/schedule.test.ts',
    test: 'there are ten days to day 90',
  },
  {
    says: /You can have a copy of this consent/,
    by: 'server/src/care/people/consent.int.test.ts',
    test: 'are kept with the clinic’s numbers in them',
  },
]

/** The sentences a file shows to people, as they stand in its texts. */
export function sentencesIn(text, file = 'page.tsx') {
  const source = ts.createSourceFile(
    file,
    text,
    ts.ScriptTarget.Latest,
    true,
    file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  )
  const found = []
  const visit = (node) => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return
    if (ts.isJsxElement(node) || ts.isJsxFragment(node))
      found.push(node.children.map((child) => (ts.isJsxText(child) ? child.text : ' … ')).join(''))
    else if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) found.push(node.text)
    else if (ts.isTemplateExpression(node))
      found.push([node.head.text, ...node.templateSpans.map(({ literal }) => `…${literal.text}`)].join(''))
    ts.forEachChild(node, visit)
  }
  visit(source)
  return inSentences(found)
}

const inSentences = (pieces) =>
  pieces
    .flatMap((piece) => piece.replace(/\s+/g, ' ').split(/(?<=[.!?:])\s+/))
    .map((sentence) => sentence.trim())
    .filter((sentence) => / /.test(sentence))

/** What messages say to callers and patients, sentence by sentence. */
const messageSentences = () =>
  [...messageTexts()].flatMap(({ file, text }) => inSentences([text]).map((sentence) => ({ file, sentence })))

export const isPromise = (sentence) => promiseWords.test(sentence)

/** Promises that no test holds, tests that are not there, and lines of the table that nobody says any more. */
export function promiseFaults(
  files = filesUnder('web/src', 'server/src', 'clinical/src').filter(isRead),
  table = promises,
  messages = messageSentences(),
) {
  const written = files.flatMap((file) =>
    sentencesIn(readFileSync(at(file), 'utf8'), file).map((sentence) => ({ file, sentence })),
  )
  const said = [...written, ...messages].filter(({ sentence }) => isPromise(sentence))
  const unheld = said
    .filter(({ sentence }) => !table.some(({ says }) => says.test(sentence)))
    .map(({ file, sentence }) => `${file} promises what no test holds (scripts/checks/promises.mjs): ${sentence}`)
  const missing = table
    .filter(({ by, test, keptBy }) => !keptBy && (!existsSync(at(by)) || !readFileSync(at(by), 'utf8').includes(test)))
    .map(({ by, test }) => `${by} has no “${test}”, which holds a promise`)
  const unsaid = table
    .filter(({ says }) => !said.some(({ sentence }) => says.test(sentence)))
    .map(({ says }) => `nobody says ${says} any more`)
  return [...unheld, ...missing, ...unsaid]
}
