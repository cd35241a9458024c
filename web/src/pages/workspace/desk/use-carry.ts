import { type KeyboardEvent, useState } from 'react'
import type { Desk, DeskAppointment } from '../../../data/desk.ts'
import { sayTime } from '../../../ui/index.tsx'
import { nearestTo, stepFrom, type Target, timesFor, wayOf } from './carry.ts'

type Carried = { appointment: DeskAppointment; at: Target }
type CarryProps = {
  desk: Desk
  days: readonly string[]
  isWeek: boolean
  onChoose: (appointmentId: string) => void
  onPlace: (appointmentId: string, time: Target) => void
}

/** Moving by keyboard: Enter or Space picks an appointment up, arrows carry it over free times, Enter sets it down there, Escape puts it back. */
export function useCarry({ desk, days, isWeek, onChoose, onPlace }: CarryProps) {
  const [carried, setCarried] = useState<Carried | null>(null)
  const [said, setSaid] = useState('')
  const sayAt = ({ placeId, start }: Target) =>
    `${sayTime(start, desk.zone, days.length > 1 ? 'day and time' : 'time')}, ${desk.places.find(({ id }) => id === placeId)?.name ?? ''}`

  const pickUp = (appointment: DeskAppointment) => {
    onChoose(appointment.appointmentId)
    const at = nearestTo(timesFor(desk, appointment, days), appointment)
    if (at) setCarried({ appointment, at })
    setSaid(
      at
        ? `${appointment.name} picked up. Arrow keys go over the free times, Enter holds one and shows the letter, Escape puts it back. Now at ${sayAt(at)}.`
        : 'Nothing shown here is free for so long.',
    )
  }
  const putBack = () => {
    if (carried) setSaid(`${carried.appointment.name} put back. Nothing has moved.`)
    setCarried(null)
  }
  const setDown = ({ appointment, at }: Carried) => {
    setSaid(`${appointment.name}: ${sayAt(at)} is held, and the letter is shown. Nothing has moved yet.`)
    setCarried(null)
    onPlace(appointment.appointmentId, at)
  }
  const press = (event: KeyboardEvent, appointment: DeskAppointment) => {
    const isPress = event.key === 'Enter' || event.key === ' '
    if (!carried) {
      if (!isPress || !appointment.isToCome) return
      event.preventDefault()
      pickUp(appointment)
      return
    }
    const way = wayOf(event.key, isWeek)
    if (!isPress && !way && event.key !== 'Escape') return
    event.preventDefault()
    // Escape would leave the appointment too, as it leaves a field.
    event.stopPropagation()
    if (isPress) setDown(carried)
    else if (way) {
      const at = stepFrom(timesFor(desk, appointment, days), desk.places, carried.at, way)
      setCarried({ appointment, at })
      setSaid(at === carried.at ? 'No free time that way.' : sayAt(at))
    } else putBack()
  }
  return { carried, said, press, putBack }
}
