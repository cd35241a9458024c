import { callOutcomes, usStateOf } from '@dripline/clinical'
import type { ListedCall } from '../../../data/booking.ts'
import { Link, saySpan, Time, useNow } from '../../../ui/index.tsx'
import styles from './call.module.css'

const MINUTE_MS = 60_000
const minutesTo = (at: string, now: Date) => (Date.parse(at) - now.getTime()) / MINUTE_MS

/** What stands with a call right now, in a few words. */
export const sayCall = (call: ListedCall, now: Date): string => {
  const place = `in ${usStateOf(call.state)?.name ?? call.state}`
  if (call.outcome) return [outcomeWords(call.outcome), call.nextStep].filter(Boolean).join(': ')
  if (call.standing === 'missed') return `${place} · no answer`
  if (call.startedAt) return `${place} · on the phone`
  const minutes = minutesTo(call.start, now)
  if (minutes > 0) return `${place} · in ${saySpan(minutes)}`
  return minutes > -1 ? `${place} · due now` : `${place} · due ${saySpan(-minutes)} ago`
}

const outcomeWords = (outcome: string) => (callOutcomes as Readonly<Record<string, string>>)[outcome] ?? outcome

/** The day's calls in the order of the clock; what is over is quiet. */
export function CallList({ calls, here }: { calls: readonly ListedCall[]; here?: string }) {
  const now = useNow(15_000)
  return (
    <ul className={styles.list}>
      {calls.map((call) => (
        <li key={call.appointmentId} data-over={call.standing === 'done' || undefined}>
          <Link href={`/calls/${call.appointmentId}`} aria-current={call.appointmentId === here ? 'page' : undefined}>
            <Time at={call.start} />
            <span>
              <b>{call.name}</b>
              <small>
                {sayCall(call, now)}
                {call.clinician && call.standing === 'booked' ? ` · ${call.clinician}` : ''}
              </small>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
