import type { CSSProperties, DragEvent } from 'react'
import type { DeskAppointment } from '../../../data/desk.ts'
import { Icon, Time, useNow } from '../../../ui/index.tsx'
import styles from './desk.module.css'
import type { GridProps } from './grid-props.ts'
import { lengthOf, sayBlock, sayLate } from './scale.ts'

// Under half an hour a block is one line high.
const SHORT_MS = 1_800_000
const icons = { call: 'phone', evaluation: 'person', infusion: 'drop' } as const

type BlockProps = Pick<GridProps, 'chosen' | 'held' | 'onChoose' | 'onDrag' | 'onKey' | 'onLeave'> & {
  appointment: DeskAppointment
  style: CSSProperties
  /** As small as a finger, in a week: only a chair says its name. */
  isChip?: boolean
}

/** One appointment: its kind by shape and ink, its state by word. Its old place is marked while another is held. */
export function Block({ appointment, style, isChip = false, ...grid }: BlockProps) {
  const { chosen, held, onChoose, onDrag, onKey, onLeave } = grid
  const { appointmentId, kind, name, standing, start, isToCome } = appointment
  const late = sayLate(appointment, useNow(30_000))
  const isChosen = chosen?.appointmentId === appointmentId
  const drag = (event: DragEvent) => {
    event.dataTransfer.setData('text/plain', appointmentId)
    event.dataTransfer.effectAllowed = 'move'
    onDrag(appointmentId)
  }
  const icon = <Icon name={icons[kind]} size={15} />
  const when = (
    <>
      <Time at={start} /> {[sayBlock(appointment), late].filter(Boolean).join(', ')}
    </>
  )
  return (
    <button
      type="button"
      className={styles.block}
      style={style}
      data-kind={kind}
      data-short={(!isChip && lengthOf(appointment) < SHORT_MS) || undefined}
      data-standing={standing}
      data-late={late ? true : undefined}
      data-leaving={(!isChip && isChosen && held !== null) || undefined}
      aria-pressed={isChosen}
      title={isChip ? name : undefined}
      draggable={isToCome}
      onDragStart={drag}
      onDragEnd={() => onDrag(null)}
      onClick={() => onChoose(appointmentId)}
      onKeyDown={(event) => onKey(event, appointment)}
      onBlur={onLeave}
    >
      {isChip ? (
        <>
          {icon}
          <span className={kind === 'infusion' ? styles.laneName : 'heard'}>
            {name} {when}
          </span>
        </>
      ) : (
        <span className={styles.who}>
          {icon}
          <b>{name}</b>
          <small>{when}</small>
        </span>
      )}
    </button>
  )
}
