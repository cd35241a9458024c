import { type CallNext, callNext } from '@dripline/clinical'
import { sayTime } from '../../../ui/index.tsx'

type Said = { next: CallNext | null; nextStep: string | null; bookedFor: string | null }

/** How it goes on after a call: the way on, the time that was booked, and what was added. Older outcomes are words alone. */
export const sayNext = ({ next, nextStep, bookedFor }: Said, zone: string): string => {
  const way = next === null ? '' : callNext[next].says
  const when = bookedFor === null ? '' : sayTime(bookedFor, zone, 'day and time')
  return [[way, when].filter(Boolean).join(', '), nextStep ?? ''].filter(Boolean).join('. ')
}
