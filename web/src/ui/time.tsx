import { useEffect, useState } from 'react'
import { usePageData } from '../data/page-data.ts'
import { saySpan, sayTime, type TimeForm } from './when.ts'

type TimeProps = { at: Date | string; form?: TimeForm /** The clinic's zone, unless another is named. */; zone?: string }

/** An instant on the clinic's clock. */
export function Time({ at, form = 'time', zone }: TimeProps) {
  const { clinic } = usePageData().frame
  const iso = typeof at === 'string' ? at : at.toISOString()
  return <time dateTime={iso}>{sayTime(at, zone ?? clinic.zone, form)}</time>
}

/** The clinic's own now: in a simulated clinic it is that clinic's day, and it runs on from there. */
export function useNow(everyMs = 1000): Date {
  const { clinic, now } = usePageData().frame
  const drawn = clinic.simulatedClock ?? now
  const [at, setAt] = useState(() => (drawn ? new Date(drawn) : new Date()))
  useEffect(() => {
    const ahead = drawn ? Date.parse(drawn) - openedAt : 0
    const tick = () => setAt(new Date(Date.now() + ahead))
    tick()
    const timer = setInterval(tick, everyMs)
    return () => clearInterval(timer)
  }, [drawn, everyMs])
  return at
}

const openedAt = Date.now()

/** How long since, in whole minutes, counting on. */
export function Elapsed({ since }: { since: Date | string }) {
  const now = useNow(5_000)
  return <span className="num">{saySpan((now.getTime() - new Date(since).getTime()) / 60_000)}</span>
}
