import { type DayOfSlots, dateOf, type Slot } from '@dripline/clinical'
import { later } from './appointment.ts'

/** The times on offer with the one that this form holds itself: to everybody else it is taken, and to whoever chose it, it is still theirs. */
export function withOwnHeld(
  days: readonly DayOfSlots[],
  held: { start: string } | null,
  minutes: number,
  zone: string,
): DayOfSlots[] {
  if (!held) return [...days]
  const own: Slot = { start: held.start, end: later(new Date(held.start), minutes).toISOString(), holderId: '' }
  const date = dateOf(own.start, zone)
  return days.map((day) => {
    if (day.date !== date || day.slots.some(({ start }) => start === own.start)) return day
    return { ...day, state: 'open', slots: [...day.slots, own].sort((a, b) => a.start.localeCompare(b.start)) }
  })
}
