import { type EventOf, exact, offOf, plain } from '@dripline/clinical'
import type { ReactNode } from 'react'
import { useVials } from '../../../../data/session.ts'
import { StatusMark, Table } from '../../../../ui/index.tsx'
import { quantity } from '../../../../ui/quantity.tsx'
import { sayTime } from '../../../../ui/when.ts'
import type { Open } from '../folded.ts'
import styles from './before.module.css'

type Reading = EventOf<'check-reading'>

/** Readings of the present syringe by person, in the order in which they first read. */
function readingsByPerson({ visit, session }: Open): [string, Reading[]][] {
  const events = session.entries.map(({ event }) => event)
  const until = session.drawnUp ? events.findIndex(({ id }) => id === session.drawnUp?.id) : events.length
  const before = events.slice(0, until)
  const from = before.findLastIndex(({ kind }) => kind === 'drawn-up' || kind === 'sent-back')
  const readings = before.slice(from + 1).filter((event): event is Reading => event.kind === 'check-reading')
  const own = readings.filter(({ orderId }) => orderId === visit.order.id || session.drawnUp !== null)
  return [...Map.groupBy(own, ({ by }) => by)]
}

/** What the order says beside what each person read; a slip stands struck beside the value that replaced it. */
export function CheckTable(open: Open) {
  const { order, names, person, zone } = open.visit
  const safe = useVials()
  const people = readingsByPerson(open)
  const { syringeMl, rateMlPerHour } = order
  if (people.length === 0 || syringeMl === null || rateMlPerHour === null) return null
  const held = { id: order.id, infusateMg: order.infusateMg, syringeMl, rateMlPerHour }
  const lines = [
    { look: 'Dose', says: plain(exact(order.infusateMg)), field: 'infusateMg', unit: 'mg' },
    { look: 'In the syringe', says: syringeMl, field: 'syringeMl', unit: 'mL' },
    { look: 'Set on the pump', says: rateMlPerHour, field: 'rateMlPerHour', unit: 'mL/h' },
  ] as const
  const isOff = (field: (typeof lines)[number]['field'], reading: Reading) => offOf([reading], held).includes(field)
  const saidOf = ({ vials, identifiers }: Reading) => {
    const numbers = vials.map(({ vialId }) => safe.find(({ id }) => id === vialId)?.number ?? 'emptied since')
    return `${numbers.join(', ')}; ${identifiers.join(', ')}`
  }
  const heads = people.map(([by], i) => `${['First', 'Second'][i] ?? 'Also'}, ${names[by] ?? ''}`)
  return (
    <div className={styles.check}>
      <Table stacks caption="What each person read" head={['Read', 'The order says', ...heads, '']}>
        {lines.map(({ look, says, field, unit }) => {
          const isSame = people.every(([, readings]) => readings.slice(-1).every((last) => !isOff(field, last)))
          return (
            <tr key={field}>
              <th scope="row">{look}</th>
              <td>
                <b>{quantity(says, unit)}</b>
              </td>
              {people.map(([by, readings]) => (
                <td key={by}>
                  <ReadBy
                    readings={readings}
                    zone={zone}
                    say={(reading) => quantity(reading[field], unit)}
                    isSlip={(reading) => isOff(field, reading)}
                  />
                </td>
              ))}
              <td>
                <StatusMark status={isSame ? 'clear' : 'defer'} word={isSame ? 'matches' : 'differs'} />
              </td>
            </tr>
          )
        })}
        <tr>
          <th scope="row">Vial and patient</th>
          <td>{person.name}</td>
          {people.map(([by, readings]) => (
            <td key={by}>{readings.slice(-1).map(saidOf)}</td>
          ))}
          <td />
        </tr>
      </Table>
    </div>
  )
}

type ReadByProps = {
  readings: readonly Reading[]
  zone: string
  say: (reading: Reading) => ReactNode
  isSlip: (reading: Reading) => boolean
}

function ReadBy({ readings, zone, say, isSlip }: ReadByProps) {
  const last = readings.at(-1)
  if (!last) return null
  return (
    <>
      <b>{say(last)}</b>, {sayTime(last.at, zone)}
      {readings
        .slice(0, -1)
        .filter(isSlip)
        .map((slip) => (
          <span key={slip.id} className={styles.slip}>
            {' '}
            <s>
              {say(slip)}, {sayTime(slip.at, zone)}
            </s>{' '}
            slip, on record
          </span>
        ))}
    </>
  )
}
