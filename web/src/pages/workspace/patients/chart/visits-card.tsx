import { administrationOf } from '@dripline/clinical'
import type { ChartData } from '../../../../data/chart.ts'
import { holds, usePageData } from '../../../../data/page-data.ts'
import { Card, Empty, Link, quantity, Row, Table, Time } from '../../../../ui/index.tsx'
import { hasOwnActs } from '../../visit/own/has-own-acts.ts'

type Visit = ChartData['visits'][number]
const MOST = 12

/** What a visit is called. */
export function nameOf({ kind, number, of, by }: Visit) {
  if (kind === 'call') return 'Free call'
  if (kind === 'evaluation') return 'Evaluation'
  if (by !== null && hasOwnActs(by)) return administrationOf(by)?.title ?? by
  return number ? `Session ${number}${of ? ` of ${of}` : ''}` : 'Visit'
}

const states: Readonly<Record<string, string>> = { booked: 'booked', cancelled: 'canceled', done: 'done', missed: 'missed' }
const sessionStates: Readonly<Record<string, string>> = { left: 'discharged', cancelled: 'canceled', cleared: 'checked in' }

/** Every time a person was here, spoken to or is booked for, the latest first, with what was given. */
export const VisitsCard = ({ visits, personId }: { visits: readonly Visit[]; personId: string }) => {
  const signs = holds(usePageData().frame.user, 'prescriber')
  const given = visits.filter(({ session, by }) => session?.startedAt && !hasOwnActs(by)).length
  return (
    <Card
      title="Visits"
      note={`${given} ${given === 1 ? 'infusion' : 'infusions'} given, under any plan`}
      aside={
        <Row>
          {visits.length > 0 && <Link href={`/patients/${personId}/sessions`}>All sessions</Link>}
          {signs && <Link href={`/patients/${personId}/order`}>Order IV fluid</Link>}
        </Row>
      }
      flush
    >
      {visits.length === 0 ? (
        <Empty title="No visit yet">Calls, evaluations and infusions are listed here.</Empty>
      ) : (
        <Table
          stacks
          caption="Visits, the latest first"
          head={['Day', 'What', 'Where and who', { label: 'Ketamine given', kind: 'number' }]}
        >
          {visits.slice(0, MOST).map((visit) => (
            <tr key={visit.appointmentId}>
              <td>
                <Time at={visit.at} form="full day" />
                <small>
                  <Time at={visit.at} />, {visit.minutes} min
                </small>
              </td>
              <th scope="row">
                {visit.session ? <Link href={`/visits/${visit.session.sessionId}`}>{nameOf(visit)}</Link> : nameOf(visit)}
                <small>
                  {visit.session
                    ? (sessionStates[visit.session.state] ?? visit.session.state)
                    : (states[visit.state] ?? visit.state)}
                </small>
              </th>
              <td>{[visit.chair && `chair ${visit.chair}`, visit.clinician].filter(Boolean).join(', ') || 'not set'}</td>
              <td className="num">
                <Given visit={visit} />
                {visit.orderId && hasOwnActs(visit.by) && (
                  <small>
                    <Link href={`/patients/${personId}/orders/${visit.orderId}`}>Print the order</Link>
                  </small>
                )}
              </td>
            </tr>
          ))}
        </Table>
      )}
    </Card>
  )
}

// Planned is not given: what is only ordered says so in words.
const Given = ({ visit: { session, doseMg, kind, by } }: { visit: Visit }) => {
  if (session?.givenMg) return <b>{quantity(session.givenMg, 'mg')}</b>
  if (kind !== 'infusion' || hasOwnActs(by)) return <span>–</span>
  return <span>{doseMg ? `planned ${quantity(doseMg, 'mg')}` : 'nothing given'}</span>
}
