import { useState } from 'react'
import { type Api, api, type Writable } from './client.ts'
import { type Reply, type Sent, usePost } from './route.ts'
import type { Sending } from './send.ts'

const { absences, chairs, clinic, closures, staff } = api.people
type People = Api['people']

export type TouchedBooking = Reply<People['closures']['touched']>['bookings'][number]
export type Settled = Reply<People['closures']>['became'][number]
export type Decision = NonNullable<Sent<People['closures']>['decided']>[number]
type Deciding = { decided?: Decision[]; words?: string }
type Look = { bookings: TouchedBooking[] }
type Done = { became: Settled[] }

const refreshes = ['session', 'booking', 'people'] as const

/** A change of the clinic that can touch bookings: asked first, then done with what becomes of each. */
export type Settling<Body extends object> = {
  /** Looks what the change touches; where it touches nothing it is done at once. Rejected where somebody has to decide first. */
  sendAndWait: (body: Body) => Promise<void>
  /** The same at a press, which waits for nothing. */
  begin: (body: Body) => Promise<void>
  /** Does it with what was decided. */
  confirm: (deciding: Required<Pick<Deciding, 'decided'>> & Deciding) => Promise<void>
  /** Leaves everything as it is. */
  leave: () => void
  /** Bookings that wait for an answer. */
  bookings: readonly TouchedBooking[]
  /** What became of each, once it is done. */
  became: readonly Settled[] | null
  isDone: boolean
  isSending: boolean
  problem: Sending<Body, Look>['problem']
}

const useSettling = <Body extends object>(
  look: Sending<Body, Look>,
  act: Sending<Body & Deciding, Done>,
  onDone?: () => void,
): Settling<Body> => {
  const [asked, setAsked] = useState<{ body: Body; bookings: TouchedBooking[] } | null>(null)
  const [became, setBecame] = useState<readonly Settled[] | null>(null)
  const ask = async (body: Body) => {
    const { bookings } = await look.sendAndWait(body)
    setAsked({ body, bookings })
    return bookings
  }
  const deed = async (body: Body, deciding: Deciding) => {
    try {
      const done = await act.sendAndWait({ ...body, ...deciding })
      setBecame(done.became)
      setAsked(null)
      onDone?.()
    } catch (problem) {
      // Somebody booked while the list was read: it is read again, and what was chosen stays.
      if (problem instanceof Error && 'code' in problem && problem.code === 'bookings-touched') await ask(body)
      throw problem
    }
  }
  const quietly = (doing: Promise<unknown>) =>
    doing.then(
      () => {},
      () => {},
    )
  const sendAndWait = async (body: Body) => {
    setBecame(null)
    act.reset()
    const { length } = await ask(body)
    if (length > 0) throw new Error(`${length} bookings wait for an answer`)
    await deed(body, {})
  }
  return {
    sendAndWait,
    begin: (body) => quietly(sendAndWait(body)),
    confirm: (deciding) => (asked ? quietly(deed(asked.body, deciding)) : Promise.resolve()),
    leave: () => {
      setAsked(null)
      act.reset()
    },
    bookings: asked?.bookings ?? [],
    became,
    isDone: became !== null,
    isSending: look.isSending || act.isSending,
    problem: look.problem ?? act.problem,
  }
}

const useBoth = <L extends Writable, A extends Writable>(look: L, act: A, args: Parameters<typeof usePost<A>>[1]) => ({
  look: usePost(look, args as Parameters<typeof usePost<L>>[1]),
  act: usePost(act, args, { refreshes: [...refreshes] }),
})

export const useCloseDay = (onDone?: () => void): Settling<Sent<People['closures']['touched']>> => {
  const { look, act } = useBoth(closures.touched, closures, {})
  return useSettling(look, act, onDone)
}

/** Says on which days somebody is away. */
export const useSetAbsence = (): Settling<Sent<People['absences']['touched']>> => {
  const { look, act } = useBoth(absences.touched, absences, {})
  return useSettling(look, act)
}

export const useChangeClinic = (): Settling<Sent<People['clinic']['touched']>> => {
  const { look, act } = useBoth(clinic.touched, clinic, {})
  return useSettling(look, act)
}

export const useChangeChair = (chairId: string): Settling<Sent<People['chairs'][':chairId']['touched']>> => {
  const one = chairs[':chairId']
  const { look, act } = useBoth(one.touched, one, { param: { chairId } })
  return useSettling(look, act)
}

export const useChangeStaff = (staffId: string, onDone: () => void): Settling<Sent<People['staff'][':staffId']['touched']>> => {
  const one = staff[':staffId']
  const { look, act } = useBoth(one.touched, one, { param: { staffId } })
  return useSettling(look, act, onDone)
}

/** Closes the account of somebody who has left. */
export const useLetGo = (staffId: string): Settling<Record<string, never>> => {
  const { leave } = staff[':staffId']
  const { look, act } = useBoth(leave.touched, leave, { param: { staffId } })
  return useSettling(look, act as Sending<Record<string, never> & Deciding, Done>)
}
