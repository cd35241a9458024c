import type { Slot } from '@dripline/clinical'
import { useEffect, useRef, useState } from 'react'
import { entryId } from './entry-id.ts'
import { type Sum, sumOf } from './form-sum.ts'

/** The form as the server handed it out, and the sum that it asks for. */
export type HandedForm = { id: string; until: number; mark: string; sum: Sum }

/** What the server holds for a form: for so many seconds more. */
export type Held = { start: string; seconds: number }

/**
 * What a visitor is told of their time: `held` for so many whole minutes more, `over` when its minutes have passed, `taken` when somebody
 * else has it; with both the free times nearest to it.
 */
export type HoldSaid = { what: 'held'; start: string; minutes: number } | { what: 'over' | 'taken'; near: readonly Slot[] } | null

type Asked = { form: HandedForm; held: Held | null; state: string; start: string | null; isBegun: boolean }

const [MINUTE_MS, LOOK_MS] = [60_000, 1000]

const fieldsOf = ({ form, state }: Pick<Asked, 'form' | 'state'>, start: string) =>
  new URLSearchParams({
    'idempotency-key': entryId(),
    form: form.id,
    'form-until': String(form.until),
    'form-mark': form.mark,
    state,
    start,
  })

type Answer = { held?: 'held' | 'over' | 'enough'; seconds?: number; fresh?: Slot[]; near?: Slot[]; code?: string }

/** Asks, and takes no answer for one: what a hold is for is done by the booking itself. */
const ask = async (path: '/book/hold' | '/book/leave', body: URLSearchParams): Promise<Answer> => {
  try {
    const answer = await fetch(path, { method: 'POST', body, headers: { accept: 'application/json' } })
    return (await answer.json()) as Answer
  } catch {
    return {}
  }
}

/** Holds the chosen time from the first field on that is filled, says how long it is held, and lets it go when the visitor leaves. */
export function useFormHold({ form, held, state, start, isBegun }: Asked): { said: HoldSaid; sends: () => void } {
  const [until, setUntil] = useState<{ start: string; ms: number } | null>(null)
  const [said, setSaid] = useState<HoldSaid>(null)
  const own = useRef<{ start: string | null; isSent: boolean; isOver: boolean }>({
    start: held?.start ?? null,
    isSent: false,
    isOver: false,
  })

  useEffect(() => {
    if (held) setUntil({ start: held.start, ms: performance.now() + held.seconds * 1000 })
  }, [held])

  useEffect(() => {
    if (!isBegun || start === null || own.current.start === start || own.current.isOver) return
    const mine = own.current
    mine.start = start
    void ask('/book/hold', fieldsOf({ form, state }, start)).then((answer) => {
      if (mine.start !== start) return
      setUntil(answer.held === 'held' ? { start, ms: performance.now() + (answer.seconds ?? 0) * 1000 } : null)
      mine.isOver = answer.held === 'over'
      setSaid(answer.code === 'slot-taken' ? { what: 'taken', near: answer.fresh ?? [] } : null)
    })
  }, [form, state, start, isBegun])

  useEffect(() => {
    if (!until) return
    const look = () => {
      const left = until.ms - performance.now()
      if (left > 0) return setSaid(heldFor(until.start, Math.ceil(left / MINUTE_MS)))
      own.current.isOver = true
      own.current.start = null
      setUntil(null)
      void ask('/book/leave', fieldsOf({ form, state }, until.start)).then(({ near = [] }) => setSaid({ what: 'over', near }))
    }
    look()
    const timer = setInterval(look, LOOK_MS)
    const leave = () => {
      if (!own.current.isSent) navigator.sendBeacon('/book/leave', fieldsOf({ form, state }, until.start))
    }
    window.addEventListener('pagehide', leave)
    return () => {
      clearInterval(timer)
      window.removeEventListener('pagehide', leave)
    }
  }, [form, state, until])

  return {
    said,
    sends: () => {
      own.current.isSent = true
    },
  }
}

/** The same object while nothing has changed, so that it is said once. */
const heldFor = (start: string, minutes: number) => (before: HoldSaid) =>
  before?.what === 'held' && before.start === start && before.minutes === minutes
    ? before
    : ({ what: 'held', start, minutes } as const)

/** The form's sum, worked out from the first field on that is filled; empty until then, and a form without it is sent all the same. */
export function useFormSum({ mark, sum }: HandedForm, isBegun: boolean): string {
  const [found, setFound] = useState('')
  const { parts, bits } = sum
  useEffect(() => {
    if (!isBegun) return
    let isWanted = true
    void sumOf(mark, { parts, bits }, () => isWanted).then((made) => made !== null && setFound(made))
    return () => {
      isWanted = false
    }
  }, [mark, parts, bits, isBegun])
  return found
}
