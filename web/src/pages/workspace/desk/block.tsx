import type { CSSProperties, DragEvent } from 'react'
import type { DeskAppointment } from '../../../data/desk.ts'
import { Icon, Time } from '../../../ui/index.tsx'
import styles from './desk.module.css'
import { lengthOf, sayBlock } from './scale.ts'

// Under half an hour a block is one line high.
const SHORT_MS = 1_800_000
const icons = { call: 'phone', evaluation: 'person', infusion: 'drop' } as const

type BlockProps = {
  appointment: DeskAppointment
  style: CSSProperties
  isChosen: boolean
  /** Its old place, while another is held. */
  isLeaving: boolean
  onChoose: () => void
  onDrag: (isDragging: boolean) => void
}

/** One appointment: its kind by shape and ink, its state by word. */
export function Block({ appointment, style, isChosen, isLeaving, onChoose, onDrag }: BlockProps) {
  const { kind, name, standing, start, isToCome } = appointment
  const drag = (event: DragEvent) => {
    event.dataTransfer.setData('text/plain', appointment.appointmentId)
    event.dataTransfer.effectAllowed = 'move'
    onDrag(true)
  }
  return (
    <button
      type="button"
      className={styles.block}
      style={style}
      data-kind={kind}
      data-short={lengthOf(appointment) < SHORT_MS || undefined}
      data-standing={standing}
      data-leaving={isLeaving || undefined}
      aria-pressed={isChosen}
      draggable={isToCome}
      onDragStart={drag}
      onDragEnd={() => onDrag(false)}
      onClick={onChoose}
    >
      <span className={styles.who}>
        <Icon name={icons[kind]} size={15} />
        <b>{name}</b>
        <small>
          <Time at={start} /> {sayBlock(appointment)}
        </small>
      </span>
    </button>
  )
}
