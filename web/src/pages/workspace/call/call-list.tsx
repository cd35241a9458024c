import { callOutcomes, usStateOf } from '@dripline/clinical'
import type { ListedCall, OpenStretch } from '../../../data/booking.ts'
import { usePageData } from '../../../data/page-data.ts'
import { Link, saySpan, Time, useNow } from '../../../ui/index.tsx'
import styles from './call.module.css'
import { sayNext } from './say-next.ts'

const MINUTE_MS = 60_000
const minutesTo = (at: string, now: Date) => (Date.parse(at) - now.getTime()) / MINUTE_MS

/** What stands with a call right now, in a few words. */
const sayCall = (call: ListedCall, now: Date, zone: string): string => {
  const place = `in ${usStateOf(call.state)?.name ?? call.state}`
  if (call.outcome) return [outcomeWords(call.outcome), sayNext(call, zone)].filter(Boolean).join(': ')
  if (call.standing === 'missed') return `${place} · no answer`
  if (call.startedAt) return `${place} · on the phone`
  const minutes = minutesTo(call.start, now)
  if (minutes > 0) return `${place} · in ${saySpan(minutes)}`
  return minutes > -1 ? `${place} · due now` : `${place} · due ${saySpan(-minutes)} ago`
}

const outcomeWords = (outcome: string) => (callOutcomes as Readonly<Record<string, string>>)[outcome] ?? outcome

type CallListProps = { calls: readonly ListedCall[]; open: readonly OpenStretch[]; here?: string }

/** The day's calls and the times still open between them, in the order of the clock; what is over is quiet. */
export function CallList({ calls, open, here }: CallListProps) {
  const now = useNow(15_000)
  const { zone } = usePageData().frame.clinic
  const lines = [
    ...calls.map((call) => ({ at: call.start, call, free: null })),
    ...open.map((free) => ({ at: free.start, call: null, free })),
  ].sort((a, b) => a.at.localeCompare(b.at))
  return (
    <ul className={styles.list}>
      {lines.map(({ at, call, free }) =>
        call === null ? (
          <li key={`open ${at}`} className={styles.open}>
            <Time at={free.start} />
            <span>
              open until <Time at={free.end} />
              <small>{free.times === 1 ? 'one call' : `${free.times} calls`}</small>
            </span>
          </li>
        ) : (
          <li key={call.appointmentId} data-over={call.standing === 'done' || undefined}>
            <Link href={`/calls/${call.appointmentId}`} aria-current={call.appointmentId === here ? 'page' : undefined}>
              <Time at={call.start} />
              <span>
                <b>{call.name}</b>
                <small>
                  {sayCall(call, now, zone)}
                  {call.lettersComeBack && ' · letters come back'}
                  {call.clinician && call.standing === 'booked' ? ` · ${call.clinician}` : ''}
                </small>
              </span>
            </Link>
          </li>
        ),
      )}
    </ul>
  )
}
