import type { AsNeededLine } from '@dripline/clinical'
import { drugOf } from '@dripline/clinical'
import { type ChairDrugs, useGiveControlled } from '../../../../data/drugs.ts'
import { Card, Row, Stack } from '../../../../ui/index.tsx'
import { quantity } from '../../../../ui/quantity.tsx'
import { sayTime } from '../../../../ui/when.ts'
import type { AnyOpen } from '../folded.ts'
import { Agreed } from '../frame/agreed.tsx'
import { DoseReaders } from './dose-readers.tsx'
import { ScheduleMark } from './schedule.tsx'

type AsNeededCardProps = AnyOpen & { drugs: ChairDrugs; line: AsNeededLine }

/** One signed line: what it allows, how often it was given, when it may be given again, and from which vial. */
export function AsNeededCard({ visit, session, drugs, line }: AsNeededCardProps) {
  const drug = drugOf(line.drugId)
  const give = useGiveControlled(visit.id)
  if (!drug) return null
  const doses = drugs.given.filter(({ lineId }) => lineId === line.id)
  const last = drugs.given.filter(({ drugId }) => drugId !== null && drugOf(drugId)?.ingredient === drug.ingredient).at(-1)
  const waits =
    doses.length < line.mostTimes
      ? last && tooSoon(visit, line, last.at, drug.title)
      : 'The line is used up: ask the prescriber for another.'
  const said = events(session, line.id)
  const record = (
    <Agreed
      record={give}
      sent={{ lineId: line.id }}
      title="Both readings agree and are kept. The dose is not recorded yet."
      advice="Both readings are kept. Clear what is listed, then record again."
      act="Record the dose"
    />
  )
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
        <Row>
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
        </Row>
        {waits === undefined ? (
          <DoseReaders visit={visit} drugs={drugs} about={line.id} drugId={line.drugId} mg={line.doseMg} record={record} />
        ) : (
          <p>{waits}</p>
        )}
      </Stack>
    </Card>
  )
}

function tooSoon(
  { now, zone }: AnyOpen['visit'],
  { leastMinutes }: AsNeededLine,
  last: string,
  title: string,
): string | undefined {
  const notBefore = new Date(Date.parse(last) + leastMinutes * 60_000).toISOString()
  return notBefore > now
    ? `Not before ${sayTime(notBefore, zone)}: ${leastMinutes} min after the last ${title}, ${sayTime(last, zone)}.`
    : undefined
}

const events = ({ entries }: AnyOpen['session'], lineId: string) =>
  entries.flatMap(({ event }) => (event.kind === 'drug-given' && event.lineId === lineId ? [event] : []))
