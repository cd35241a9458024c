import { answerText, type ChartKey, chartKeys, questions } from '@dripline/clinical'

type Row = Readonly<Record<string, unknown>>
type Kind = { readonly one: string; readonly many: string; readonly say?: (row: Row) => string }

const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
const isKey = (key: unknown): key is ChartKey => chartKeys.includes(key as ChartKey)

const answerLine = ({ key, value }: Row) =>
  isKey(key) && (typeof value === 'string' || typeof value === 'number')
    ? `${questions[key].name}: ${answerText(key, value)}`
    : `${text(key)}: ${text(value)}`

/** What can hang on a person, by table, in the words of the merge's page; a table that is not here turns a test red. */
export const hanging: Readonly<Record<string, Kind>> = {
  alert: { one: 'alert', many: 'alerts', say: ({ kind, closed_at }) => `${text(kind)}, ${closed_at ? 'closed' : 'open'}` },
  answer: { one: 'chart answer', many: 'chart answers', say: answerLine },
  appointment: { one: 'appointment', many: 'appointments', say: ({ kind, state }) => `${text(kind)}, ${text(state)}` },
  asking: { one: 'word about check-ins', many: 'words about check-ins' },
  assessment: { one: 'check-in question', many: 'check-in questions', say: ({ kind, day }) => `${text(kind)}, day ${text(day)}` },
  assessment_answer: { one: 'answer of pain or mood', many: 'answers of pain and mood' },
  call: { one: 'call', many: 'calls' },
  consent: { one: 'consent', many: 'consents', say: ({ indication }) => `for ${text(indication)}` },
  consent_withdrawal: { one: 'consent withdrawal', many: 'consent withdrawals' },
  decision: { one: 'decision', many: 'decisions', say: ({ decision }) => text(decision) },
  drug_task: { one: 'drug task', many: 'drug tasks' },
  estimate: { one: 'estimate', many: 'estimates', say: ({ version }) => `version ${text(version)}` },
  held_answer: { one: 'check-in answer not yet confirmed', many: 'check-in answers not yet confirmed' },
  infusion_order: { one: 'signed order', many: 'signed orders', say: ({ number }) => `session ${text(number)}` },
  open_visit: { one: 'mark of an open visit', many: 'marks of open visits' },
  letter_choice: { one: 'word about letters', many: 'words about letters' },
  person_allergy: { one: 'allergy entry', many: 'allergy entries', say: ({ text: words }) => text(words) },
  person_medicine: { one: 'medicine entry', many: 'medicine entries', say: ({ text: words }) => text(words) },
  person_note: { one: 'note', many: 'notes', say: ({ text: words }) => text(words).slice(0, 80) },
  person_problem: { one: 'problem entry', many: 'problem entries', say: ({ text: words }) => text(words) },
  plan: { one: 'plan', many: 'plans', say: ({ indication, sessions }) => `${text(indication)}, ${text(sessions)} sessions` },
  screening: { one: 'screening', many: 'screenings', say: ({ indication }) => `for ${text(indication)}` },
  session: { one: 'visit', many: 'visits' },
  waiting: { one: 'place on the waiting list', many: 'places on the waiting list', say: ({ service }) => `for ${text(service)}` },
  substance_line: { one: 'drug-book line', many: 'drug-book lines', say: ({ kind, mg }) => `${text(kind)}, ${text(mg)} mg` },
}

/** A row in one line: what it is, and what it says where that is short. */
export const sayRow = (table: string, row: Row): string => {
  const kind = hanging[table]
  const said = kind?.say?.(row)
  return `${kind?.one ?? table}${said ? `: ${said}` : ''}`
}

/** How many of what, in words. */
export const sayCount = (table: string, count: number) => hanging[table]?.[count === 1 ? 'one' : 'many'] ?? table
