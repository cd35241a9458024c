import { usualPolicies } from '@dripline/clinical'
import type { RoomRow, RoomVisit } from '../../../data/room.ts'
import type { DueItem } from '../../../data/session.ts'
import { saySpan } from '../../../ui/when.ts'
import { isOverdue, sayDue } from '../visit/say-due.ts'

/** What one chair asks for next; `urgent` sorts the sentence, never the rows. */
export type Asked = {
  row: RoomRow
  title: string
  detail: string
  tone: 'plain' | 'caution' | 'defer'
  urgent: number
  short: string
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

const still = (row: RoomRow, title: string): Asked => ({ row, title, detail: '', tone: 'plain', urgent: -1000, short: '' })
const waits: Partial<Record<RoomVisit['state'], readonly [title: string, short: string]>> = {
  arrived: ['Check-in', 'check-in of'],
  cleared: ['Second person', 'second check for'],
  'drawn up': ['Second person', 'second check for'],
  checked: ['Start', 'start for'],
}

/** What is next at a chair, in words, by what the server says is due. */
export function askedOf(row: RoomRow, now: string): Asked {
  const { visit, name } = row
  if (!visit) return still(row, '')
  if (visit.state === 'left') return still(row, 'Discharged')
  if (visit.state === 'cancelled') return still(row, 'Canceled')
  const past = pastPolicy(row, visit)
  if (past) return past
  const wait = waits[visit.state]
  if (wait) return waiting(row, wait[0], now, `${wait[1]} ${name}`)
  const [first] = [...visit.due].sort((a, b) => b.lateByMinutes - a.lateByMinutes)
  if (!first) return still(row, 'Nothing due')
  return {
    row,
    title: dueNames[first.what],
    detail: sayDue(first),
    tone: isOverdue(first) ? 'caution' : 'plain',
    urgent: first.lateByMinutes,
    short: `${dueNames[first.what].toLowerCase()} of ${name}`,
  }
}

/** What a prescriber or the policy asks for comes before anything that is only late. */
function pastPolicy(row: RoomRow, visit: RoomVisit): Asked | null {
  const asked = { row, tone: 'defer', title: 'BP recheck', short: `pressure of ${row.name}` } as const
  if (visit.isSentBack)
    return { ...asked, title: 'Order sent back', detail: 'to a prescriber', urgent: 500, short: `order for ${row.name}` }
  const repeat = visit.due.find(({ what }) => what === 'repeat')
  const isNow = repeat !== undefined && repeat.lateByMinutes > -1
  if (visit.unanswered === 0 && !isNow) return null
  const title = repeat ? 'BP recheck' : 'Past policy'
  const detail = repeat ? [sayDue(repeat), visit.answered?.text.toLowerCase()].filter(Boolean).join(' · ') : 'not answered yet'
  return { ...asked, title, detail, urgent: 1000 + (repeat?.lateByMinutes ?? 0) }
}

const { callPatienceMinutes: patienceMinutes } = usualPolicies.booking

function waiting(row: RoomRow, title: string, now: string, short: string): Asked {
  const minutes = minutesSince(row.visit?.stateSince ?? null, now)
  return {
    row,
    title,
    detail: `waiting ${saySpan(minutes)}`,
    tone: minutes >= patienceMinutes ? 'caution' : 'plain',
    urgent: minutes - patienceMinutes,
    short,
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
    return { title: 'Nothing is late', lead: `Next: ${next.short}, ${next.detail}. Chair ${chairOf(next.row)}.` }
  }
  const rest = then.length > 0 ? ` Then: ${then.map(({ short }) => short).join(', ')}.` : ''
  return { title: sentence(first), lead: `Chair ${chairOf(first.row)}.${rest}` }
}

function sentence({ row: { name, visit }, title, detail, tone }: Asked): string {
  if (visit?.isSentBack) return `${possessive(name)} order is waiting for a prescriber`
  if (title === 'Past policy') return `${possessive(name)} last entry is past the policy`
  if (tone === 'defer')
    return `${possessive(name)} blood pressure needs a recheck${/^due in/.test(detail) ? `, ${detail.replace(/ ·.*/, '')}` : ' now'}`
  if (title === 'Pressure') return `${possessive(name)} pressure is ${detail}`
  if (title === 'Scores') return `${possessive(name)} scores are ${detail}`
  if (title === 'Second person') return `${name} waits for a second person`
  return `${possessive(name)} ${title.toLowerCase()} is ${detail}`
}
