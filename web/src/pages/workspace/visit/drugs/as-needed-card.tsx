import type { AsNeededLine } from '@dripline/clinical'
import { drugOf } from '@dripline/clinical'
import type { ChairDrugs } from '../../../../data/drugs.ts'
import { Card, Stack } from '../../../../ui/index.tsx'
import { quantity } from '../../../../ui/quantity.tsx'
import { sayTime } from '../../../../ui/when.ts'
import type { Open } from '../shared/folded.ts'
import { ControlledForm } from './controlled-form.tsx'
import styles from './drugs.module.css'
import { ScheduleMark } from './schedule.tsx'

type AsNeededCardProps = Open & { drugs: ChairDrugs; line: AsNeededLine }

/** One signed line: what it allows, how often it was given, when it may be given again, and from which vial. */
export function AsNeededCard({ visit, session, drugs, line }: AsNeededCardProps) {
  const drug = drugOf(line.drugId)
  if (!drug) return null
  const doses = drugs.given.filter(({ lineId }) => lineId === line.id)
  const last = drugs.given.filter(({ drugId }) => drugId !== null && drugOf(drugId)?.ingredient === drug.ingredient).at(-1)
  const notBefore = last ? new Date(Date.parse(last.at) + line.leastMinutes * 60_000).toISOString() : null
  const isSoon = notBefore !== null && notBefore > visit.now
  const isOver = doses.length >= line.mostTimes
  const waits = isOver
    ? 'The line is used up: ask the prescriber for another.'
    : isSoon && last
      ? `Not before ${sayTime(notBefore, visit.zone)}: ${line.leastMinutes} min after the last ${drug.title}, ${sayTime(last.at, visit.zone)}.`
      : undefined
  const said = events(session, line.id)
  return (
    <Card
      title={
        <>
          <ScheduleMark schedule={drug.schedule} /> {drug.title}, as needed
        </>
      }
      note={`signed ${sayTime(line.signedAt, visit.zone, 'day and time')}, ${drugs.names[line.signedBy] ?? ''}`}
      aside={`${doses.length} of ${line.mostTimes} given`}
    >
      <Stack>
        <p className={styles.line}>
          <span>
            <b>
              {quantity(line.doseMg, 'mg')} {line.route}
            </b>{' '}
            for {line.reason}; at most {line.mostTimes === 1 ? 'once' : `${line.mostTimes} times`}, {line.leastMinutes} min apart
          </span>
          {said.map(({ id, at, by, witness }) => (
            <span key={id}>
              Given {sayTime(at, visit.zone)}, <b>{visit.names[by] ?? ''}</b>
              {witness && (
                <>
                  {' '}
                  with <b>{visit.names[witness] ?? ''}</b>
                </>
              )}
            </span>
          ))}
        </p>
        {waits === undefined ? <ControlledForm visit={visit} drugs={drugs} line={line} /> : <p>{waits}</p>}
      </Stack>
    </Card>
  )
}

const events = ({ entries }: Open['session'], lineId: string) =>
  entries.flatMap(({ event }) => (event.kind === 'drug-given' && event.lineId === lineId ? [event] : []))
