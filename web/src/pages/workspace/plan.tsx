import { protocols, quantity } from '@dripline/clinical'
import { useNavigate, useParams, useRouterState } from '@tanstack/react-router'
import { holds, usePageData } from '../../data/page-data.ts'
import { type Plan as CoursePlan, type PlanningData, usePlanning } from '../../data/planning.ts'
import { Card, Empty, Line, Lines, Link, Notice, PatientHeader, Stack, Time, useNow } from '../../ui/index.tsx'
import { acceptances, Before, gatesOf } from './plan/before.tsx'
import { Course } from './plan/course.tsx'
import { Designer } from './plan/designer.tsx'
import { Renewal } from './plan/renewal.tsx'
import { PatientFacts } from './screening/patient-facts.tsx'

export const page = {
  path: '/patients/:patientId/plan',
  for: ['prescriber', 'nurse'],
  mood: 'work',
  title: 'Plan',
  place: 'Plans',
  skeleton: 'chart',
} as const

/** A person's course of infusions: what comes first, the designer, or the course that is under way. */
export default function Plan() {
  const { patientId = '' } = useParams({ strict: false })
  const query = new URLSearchParams(useRouterState({ select: ({ location }) => location.searchStr }))
  const navigate = useNavigate()
  const { zone } = usePageData().frame.clinic
  const data = usePlanning(patientId)
  const home = `/patients/${patientId}/plan`
  return (
    <Stack>
      <PatientHeader patientId={patientId} facts={<PatientFacts person={data.person} chart={data.chart} />} />
      <What {...{ data, zone, query }} onSigned={() => void navigate({ to: home })} />
    </Stack>
  )
}

type WhatProps = { data: PlanningData; zone: string; query: URLSearchParams; onSigned: () => void }

function What({ data, zone, query, onSigned }: WhatProps) {
  const now = useNow(60_000).toISOString()
  const mayOrder = holds(usePageData().frame.user, 'prescriber')
  const accepted = acceptances(data)
  const underWay = data.plans.filter((plan) => isUnderWay(plan, now))
  const asked = data.plans.find(({ id }) => id === query.get('of'))
  const renewed = data.plans.flatMap(({ orders }) => orders).find(({ id }) => id === query.get('renew'))
  const renewedPlan = data.plans.find(({ id }) => id === renewed?.planId)
  if (renewed && renewedPlan && mayOrder) {
    const signed = accepted.find(({ indication }) => indication === renewed.indication) ?? { overrides: [], findings: [] }
    return <Renewal key={renewed.id} {...{ data, zone, signed, onSigned }} plan={renewedPlan} order={renewed} />
  }
  if (asked) return <Course plan={asked} now={now} mayOrder={mayOrder} />
  const gates = gatesOf(data)
  const isReady = gates.every(({ isDone }) => isDone)
  const busy = new Set<string>(underWay.map(({ indication }) => indication))
  const open = accepted.filter(({ indication }) => !busy.has(indication))
  const options = protocols.filter(({ indication }) => open.some((each) => each.indication === indication))
  const [first] = options
  return (
    <>
      {underWay.map((plan) => (
        <Course key={plan.id} plan={plan} now={now} mayOrder={mayOrder} />
      ))}
      {underWay.length === 0 && !isReady && <Before gates={gates} />}
      {underWay.length === 0 && isReady && !mayOrder && (
        <Empty title="Ready for a plan">
          A prescriber chooses the protocol, checks the arithmetic and signs. The plan shows here.
        </Empty>
      )}
      {isReady && mayOrder && first && underWay.length === 0 && (
        <Designer {...{ data, options, first, zone, onSigned }} accepted={open} />
      )}
      <Earlier plans={data.plans.filter((plan) => !underWay.includes(plan))} path={`/patients/${data.person.id}/plan`} />
      {!mayOrder && underWay.length > 0 && (
        <Notice status="inform" title="A prescriber signs and renews orders. You can read all of it here." />
      )}
    </>
  )
}

const isUnderWay = ({ closedAt, orders }: CoursePlan, now: string) =>
  closedAt === null && orders.some(({ validUntil }) => validUntil > now)

const Earlier = ({ plans, path }: { plans: readonly CoursePlan[]; path: string }) =>
  plans.length === 0 ? null : (
    <Card title="Earlier courses">
      <Lines>
        {plans.map(({ id, signedAt, protocolId, closedAt, closedReason, dose }) => (
          <Line
            key={id}
            note={closedAt ? `closed: ${closedReason}` : 'completed'}
            aside={<Link href={`${path}?of=${id}`}>Read this course</Link>}
          >
            <Time at={signedAt} form="full day" />: {protocols.find((each) => each.id === protocolId)?.title ?? protocolId},{' '}
            {quantity(dose.doseMg.value, 'mg')} a session
          </Line>
        ))}
      </Lines>
    </Card>
  )
