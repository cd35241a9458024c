import { useState } from 'react'
import type { Desk, DeskAppointment } from '../../../data/desk.ts'
import type { Target } from './carry.ts'
import type { GridProps } from './grid-props.ts'
import type { MovedOne } from './moved.tsx'
import { lengthOf } from './scale.ts'
import { useCarry } from './use-carry.ts'

/** The desk with nobody's times but those of one clinician or chair, where one is asked for. */
export const deskOf = (desk: Desk, placeId: string): Desk =>
  desk.places.some(({ id }) => id === placeId)
    ? {
        ...desk,
        places: desk.places.filter(({ id }) => id === placeId),
        appointments: desk.appointments.filter((each) => each.placeId === placeId),
      }
    : desk

type Chosen = {
  grid: GridProps
  /** What was said of the last key. */
  said: string
  chosen: DeskAppointment | null
  choose: (appointmentId: string | null) => void
  isMoving: boolean
  setIsMoving: (isMoving: boolean) => void
  target: Target | null
  setTarget: (target: Target | null) => void
  isBooking: boolean
  setIsBooking: (isBooking: boolean) => void
  moved: MovedOne | null
  placeOne: (appointmentId: string, time: Target) => void
  done: (hasMoved?: boolean) => void
}

/** Which booking is chosen, which is dragged or carried by keys, and where one is about to move. */
export function useChosen({ desk, day, isWeek }: { desk: Desk; day: string; isWeek: boolean }): Chosen {
  const [chosenId, setChosenId] = useState<string | null>(null)
  const [draggedId, setDraggedId] = useState<string | null>(null)
  const [isMoving, setIsMoving] = useState(false)
  const [target, setTarget] = useState<Target | null>(null)
  const [isBooking, setIsBooking] = useState(false)
  const [moved, setMoved] = useState<MovedOne | null>(null)
  const find = (id: string | null) => desk.appointments.find(({ appointmentId }) => appointmentId === id) ?? null
  const [chosen, dragged] = [find(chosenId), find(draggedId)]
  const choose = (id: string | null) => {
    setChosenId(id)
    setIsMoving(false)
    setTarget(null)
    setIsBooking(false)
    setMoved(null)
  }
  const placeOne = (appointmentId: string, time: Target) => {
    setChosenId(appointmentId)
    setIsMoving(true)
    setTarget(time)
    setDraggedId(null)
    setMoved(null)
  }
  const place = (time: Target) => {
    const moving = dragged ?? chosen
    if (moving?.isToCome) placeOne(moving.appointmentId, time)
  }
  const days = isWeek ? desk.days.map(({ date }) => date) : [day]
  const carry = useCarry({ desk, days, isWeek, onChoose: choose, onPlace: placeOne })
  const held = carry.carried
    ? standsAt(carry.carried.appointment, carry.carried.at, 'carried')
    : chosen && target && standsAt(chosen, target, 'held')
  const onKey = { onKey: carry.press, onLeave: carry.putBack }
  const grid = { desk, chosen, dragged, held, onChoose: choose, onDrag: setDraggedId, onPlace: place, ...onKey }
  const done = (hasMoved = false) => {
    const from = chosen && { placeId: chosen.placeId ?? '', start: chosen.start }
    choose(chosenId)
    if (hasMoved && chosen && from) setMoved({ appointmentId: chosen.appointmentId, name: chosen.name, from })
  }
  return {
    grid,
    said: carry.said,
    chosen,
    choose,
    isMoving,
    setIsMoving,
    target,
    setTarget,
    isBooking,
    setIsBooking,
    moved,
    placeOne,
    done,
  }
}

const standsAt = (appointment: DeskAppointment, { placeId, start }: Target, how: 'held' | 'carried') => ({
  placeId,
  start,
  end: new Date(Date.parse(start) + lengthOf(appointment)).toISOString(),
  name: appointment.name,
  how,
})
