import { usualPolicies, type VisitAct } from '@dripline/clinical'
import type { RoomRow, RoomVisit } from '../../../data/room.ts'
import type { DueItem } from '../../../data/session.ts'
import { visitActWords, visitStates } from '../../../ui/visit-words.ts'
import { saySpan, sayTime } from '../../../ui/when.ts'
import { isOverdue, sayDue } from '../visit/pads/say-due.ts'

/** What one chair asks for next, in words; `urgent` sorts the sentence, never the rows. */
export type Asked = {
  row: RoomRow
  title: string
  detail: string
  tone: 'plain' | 'caution' | 'defer'
  urgent: number
  short: string
  /** When a repeat of the pressure comes due, where that is still to come. */
  comesDue?: string
}

const possessive = (name: string) => `${name}${name.endsWith('s') ? '’' : '’s'}`
const minutesSince = (at: string | null, now: string) => (at ? (Date.parse(now) - Date.parse(at)) / 60_000 : 0)

const dueNames: Record<DueItem['what'], string> = {
  vitals: 'Pressure',
  repeat: 'BP recheck',
  scores: 'Scores',
  'second person': 'Second person',
  'home check': 'Discharge check',
}

/** What stands in the column, where it is shorter than what the visit's own page says. */
const titles: Partial<Record<VisitAct, string>> = {
  'read-first': 'First person',
  'read-second': 'Second person',
  'read-again': 'Both read again',
  'confirm-order': 'Order sent back',
  'renew-order': 'Order to sign again',
  screen: 'Screening',
  'answer-mark': 'Past policy',
  'override-discharge': 'Going home',
}
/** What only a prescriber clears comes before anything that is only late. */
const forPrescriber: readonly VisitAct[] = ['confirm-order', 'renew-order', 'screen', 'override-discharge']
/** Somebody sits and waits for these. */
const waitedFor: readonly VisitAct[] = [
  'check-in',
  'ask-safety',
  'sign-consent',
  'read-first',
  'read-second',
  'read-again',
  'start',
]

const still = (row: RoomRow, title: string): Asked => ({ row, title, detail: '', tone: 'plain', urgent: -1000, short: '' })

/** What is next at a chair, in words: what the server says by the visit's state, and by when. */
export function askedOf(row: RoomRow, now: string, zone: string): Asked {
  const { visit, next, name } = row
  if (!visit) return still(row, '')
  if (next.code === 'read-record') return still(row, visitStates[visit.state])
  const title = next.own?.title ?? titles[next.code] ?? visitActWords[next.code]
  const asked = { row, title, short: `${lower(title)} of ${name}` }
  if (next.code === 'answer-mark') return { ...asked, detail: 'not answered yet', tone: 'defer', urgent: 1000 }
  if (forPrescriber.includes(next.code)) return { ...asked, detail: 'to a prescriber', tone: 'defer', urgent: 500 }
  const due = next.code === 'chart-vitals' || next.code === 'chart-scores' ? dueFor(row, next.code) : null
  if (due) return charted(row, due)
  if (waitedFor.includes(next.code)) return waiting(row, asked, now)
  return { ...asked, detail: next.at === null ? '' : `at ${sayTime(next.at, zone)}`, tone: 'plain', urgent: -500 }
}

const lower = (title: string) => `${title.slice(0, 1).toLowerCase()}${title.slice(1)}`

const dueFor = ({ visit }: RoomRow, code: 'chart-vitals' | 'chart-scores') =>
  visit?.due.find(({ what }) => (code === 'chart-scores' ? what === 'scores' : what === 'vitals' || what === 'repeat'))

function charted(row: RoomRow, due: DueItem): Asked {
  const isRepeat = due.what === 'repeat'
  const answered = isRepeat ? row.visit?.answered?.text.toLowerCase() : undefined
  return {
    row,
    title: dueNames[due.what],
    detail: [sayDue(due), answered].filter(Boolean).join(' · '),
    tone: isRepeat && due.lateByMinutes > -1 ? 'defer' : isOverdue(due) ? 'caution' : 'plain',
    urgent: (isRepeat ? 500 : 0) + due.lateByMinutes,
    short: `${dueNames[due.what].toLowerCase()} of ${row.name}`,
    ...(due.lateByMinutes <= -1 && { comesDue: sayDue(due) }),
  }
}

const { callPatienceMinutes: patienceMinutes } = usualPolicies.booking

function waiting(row: RoomRow, asked: Pick<Asked, 'row' | 'title' | 'short'>, now: string): Asked {
  const minutes = minutesSince(row.visit?.stateSince ?? null, now)
  return {
    ...asked,
    detail: `waiting ${saySpan(minutes)}`,
    tone: minutes >= patienceMinutes ? 'caution' : 'plain',
    urgent: minutes - patienceMinutes,
  }
}

/** The title of the room: what to do now; and what comes after it. */
export function sentenceOf(all: readonly Asked[], chairOf: (row: RoomRow) => string): { title: string; lead: string } {
  const present = all.filter(({ urgent }) => urgent > -1000)
  const open = present.filter(({ tone }) => tone !== 'plain').sort((a, b) => b.urgent - a.urgent)
  const [first, ...then] = open
  if (!first) {
    const [next] = [...present].sort((a, b) => b.urgent - a.urgent)
    if (!next)
      return { title: 'No one is in a chair now', lead: 'Today’s bookings are below; press Arrived when a patient comes in.' }
    const what = [next.short, next.detail].filter(Boolean).join(', ')
    return { title: 'Nothing is late', lead: `Next: ${what}. Chair ${chairOf(next.row)}.` }
  }
  const rest = then.length > 0 ? ` Then: ${then.map(({ short }) => short).join(', ')}.` : ''
  return { title: sentence(first), lead: `Chair ${chairOf(first.row)}.${rest}` }
}

/** What is open of emergency doses, a line for each drug and owner: "midazolam open: vial, second person; J. Osprey". */
export const openTasksOf = (tasks: RoomVisit['drugTasks']): string[] =>
  [...Map.groupBy(tasks, ({ drug, owner }) => JSON.stringify([drug, owner])).values()].map((own) => {
    const [first] = own
    return `${first?.drug} open: ${own.map(({ task }) => task).join(', ')}; ${first?.owner}`
  })

const sentences: Partial<Record<VisitAct, (name: string) => string>> = {
  'answer-mark': (name) => `${possessive(name)} last entry is past the policy`,
  'confirm-order': (name) => `${possessive(name)} order is waiting for a prescriber`,
  'renew-order': (name) => `${possessive(name)} order is waiting for a prescriber`,
  screen: (name) => `${possessive(name)} screening is waiting for a prescriber`,
  'override-discharge': (name) => `${name} needs a prescriber before going home`,
  'check-in': (name) => `${name} is waiting to be checked in`,
  'read-first': (name) => `${name} is waiting for two people to read syringe and pump`,
  'read-second': (name) => `${name} is waiting for a second person`,
  'read-again': (name) => `${name} is waiting for two people to read again`,
  start: (name) => `${name} is waiting for the start`,
}

function sentence({ row: { name, next }, title, detail, tone, comesDue }: Asked): string {
  const own = sentences[next.code]
  if (own) return own(name)
  if (title === dueNames.repeat && tone === 'defer')
    return `${possessive(name)} blood pressure needs a recheck${comesDue ? `, ${comesDue}` : ' now'}`
  if (title === dueNames.scores) return `${possessive(name)} scores are ${detail}`
  return `${possessive(name)} ${lower(title)} is ${detail}`
}
