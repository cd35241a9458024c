import { addDays, dateOf, type Protocol } from '@dripline/clinical'
import { startTransition, useState } from 'react'
import { useFreeVisits } from '../../../data/planning.ts'
import { useNow } from '../../../ui/index.tsx'
import { proposeVisits, tooNear, type Visit } from './propose-visits.ts'

const later = (one: string, other: string) => (one > other ? one : other)

/** The free days of a protocol, from a date that is never before today. What stands stays until other days have come. */
export function useFreeDays(protocolId: string, zone: string, firstInDays: number) {
  const today = dateOf(useNow(60_000).toISOString(), zone)
  const [from, setFrom] = useState(addDays(today, firstInDays))
  const days = useFreeVisits(protocolId, from)
  return { days, from, notBefore: (date: string) => startTransition(() => setFrom(later(date, today))) }
}

/** One day a session, as the protocol's pattern proposes them or as they were moved since, and what keeps them from being signed. */
export function useCourseDays(protocol: Protocol, zone: string) {
  const { days, from, notBefore } = useFreeDays(protocol.id, zone, 1)
  const [time, setTime] = useState<string | undefined>()
  const [moved, setMoved] = useState<Readonly<Record<number, Visit>>>({})
  const visits = proposeVisits(days, protocol, zone, time).map((visit, i) => moved[i] ?? visit)
  const near = tooNear(visits, protocol.spacing)
  return {
    days,
    from,
    visits,
    notBefore,
    /** Counted from one: what is wrong with each that comes too soon. */
    near: near.map((number) => [number, `At least ${protocol.spacing.leastHours} h after session ${number - 1}`] as const),
    atTime: (wanted: string) => {
      setTime(`${wanted}:00`)
      setMoved({})
    },
    move: (index: number, visit: Visit) => setMoved({ ...moved, [index]: visit }),
  }
}
