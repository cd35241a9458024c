import type { RoomRow } from '../../../data/room.ts'
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
  repeat: 'Repeat pressure',
  scores: 'Scores',
  'second person': 'Second person',
  'home check': 'Home check',
}

/** What is next at a chair, in words, by what the server says is due. */
export function askedOf(row: RoomRow, now: string): Asked {
  const { visit, name } = row
  const plain = (title: string, detail: string, urgent: number, short: string): Asked => ({
    row,
    title,
    detail,
    tone: 'plain',
    urgent,
    short,
  })
  if (!visit) return plain('', '', -1000, '')
  if (visit.state === 'left') return plain('Gone home', '', -1000, '')
  if (visit.state === 'cancelled') return plain('Called off', '', -1000, '')
  if (visit.isSentBack) return { ...plain('Order sent back', 'to a prescriber', 500, `order for ${name}`), tone: 'defer' }
  const repeat = visit.due.find(({ what }) => what === 'repeat')
  if (visit.unanswered > 0 || (repeat && repeat.lateByMinutes >= -1))
    return {
      row,
      title: visit.unanswered > 0 && visit.level === null ? 'Past policy' : 'Repeat pressure',
      detail: visit.answered ? `${visit.answered.text.toLowerCase()}` : repeat ? sayDue(repeat) : 'not answered yet',
      tone: 'defer',
      urgent: 1000 + (repeat?.lateByMinutes ?? 0),
      short: `pressure of ${name}`,
    }
  if (visit.state === 'arrived') return waiting(row, 'Check-in', now, `check-in of ${name}`)
  if (visit.state === 'cleared' || visit.state === 'drawn up')
    return waiting(row, 'Second person', now, `second check for ${name}`)
  if (visit.state === 'checked') return waiting(row, 'Start', now, `start for ${name}`)
  const [first] = [...visit.due].sort((a, b) => b.lateByMinutes - a.lateByMinutes)
  if (!first) return plain('Nothing due', '', -1000, '')
  return {
    row,
    title: dueNames[first.what],
    detail: sayDue(first),
    tone: isOverdue(first) ? 'caution' : 'plain',
    urgent: first.lateByMinutes,
    short: `${dueNames[first.what].toLowerCase()} of ${name}`,
  }
}

const patienceMinutes = 5

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
      return { title: 'Nobody is in a chair now', lead: 'Who is booked today stands below; press Arrived when they come.' }
    return { title: 'Nothing is late', lead: `Next: ${next.short}, ${next.detail}. Chair ${chairOf(next.row)}.` }
  }
  const rest = then.length > 0 ? ` Then: ${then.map(({ short }) => short).join(', ')}.` : ''
  return { title: sentence(first), lead: `Chair ${chairOf(first.row)}.${rest}` }
}

function sentence({ row: { name, visit }, title, detail, tone }: Asked): string {
  if (visit?.isSentBack) return `${possessive(name)} order waits for a prescriber`
  if (tone === 'defer') return `${possessive(name)} pressure needs a repeat now`
  if (title === 'Pressure') return `${possessive(name)} pressure is ${detail}`
  if (title === 'Scores') return `${possessive(name)} scores are ${detail}`
  if (title === 'Second person') return `${name} waits for a second person`
  return `${possessive(name)} ${title.toLowerCase()} is ${detail}`
}
