import { administrationOf, anyProtocolOf, drugOf, linesOf, protocolOf } from '@dripline/clinical'
import { useParams } from '@tanstack/react-router'
import { usePageData } from '../../data/page-data.ts'
import { type OwnOrderPaper, type Plan, useOwnOrder, usePlanning } from '../../data/planning.ts'
import { Empty, Paper, PaperLine, PaperPart, quantity, sayTime } from '../../ui/index.tsx'

export const page = {
  path: '/patients/:patientId/orders/:orderId',
  for: ['prescriber', 'nurse'],
  mood: 'work',
  title: 'Order on paper',
  place: 'Patients',
  skeleton: 'form',
} as const

type Order = Plan['orders'][number]

/** One signed order as a paper: what is given, from what it was worked out, and what may be given beside it. */
export default function OrderPaper() {
  const { patientId = '', orderId = '' } = useParams({ strict: false })
  const { person, plans } = usePlanning(patientId)
  const plan = plans.find(({ orders }) => orders.some(({ id }) => id === orderId))
  const order = plan?.orders.find(({ id }) => id === orderId)
  const back = { href: `/patients/${patientId}/plan`, words: 'Back to the plan' }
  if (!plan || !order)
    return <OutsidePlans orderId={orderId} back={{ href: `/patients/${patientId}`, words: 'Back to the chart' }} />
  const drug = drugOf(order.drugId)?.title ?? order.drugId
  return (
    <Paper person={person} what={`Order ${order.number} of ${order.of}, ${drug}`} back={back}>
      <Dose order={order} drug={drug} />
      <Bag order={order} />
      <AsNeededLines order={order} />
      <Signed plan={plan} order={order} />
    </Paper>
  )
}

type Back = { href: string; words: string }

/** An order of no plan of infusions: what was said in it, by the fields of its administration. */
function OutsidePlans({ orderId, back }: { orderId: string; back: Back }) {
  const { person, order, signedByName } = useOwnOrder(orderId)
  const { zone } = usePageData().frame.clinic
  if (order === null)
    return (
      <Paper person={person} what="Order" back={back}>
        <Empty>No order in force has this number. It may have been signed again: the plan shows the newest.</Empty>
      </Paper>
    )
  const drug = drugOf(order.drugId)?.title ?? order.drugId
  const way = administrationOf(order.administration)
  return (
    <Paper person={person} what={`Order, ${drug}`} back={back}>
      <PaperPart title="What is given">
        <dl>
          <PaperLine label="Drug, how">
            {drug}, {way?.title ?? order.administration}
          </PaperLine>
          {linesOf(way?.order?.fields ?? {}, order.said).map(({ label, value }) => (
            <PaperLine key={label} label={label}>
              {value}
            </PaperLine>
          ))}
          <PaperLine label="Protocol">{anyProtocolOf(order.protocolId)?.title ?? order.protocolId}</PaperLine>
          <PaperLine label="Visit">{visitWords(order, zone)}</PaperLine>
        </dl>
      </PaperPart>
      <PaperPart title="Signed">
        <dl>
          <PaperLine label="By">
            {signedByName ?? 'a former colleague'}, {sayTime(order.signedAt, zone, 'full day and time')}
          </PaperLine>
          <PaperLine label="Holds">
            {sayTime(order.validFrom, zone, 'full day and time')} to {sayTime(order.validUntil, zone, 'full day and time')}
          </PaperLine>
          <PaperLine label="Order">{order.id}</PaperLine>
        </dl>
      </PaperPart>
    </Paper>
  )
}

const visitWords = ({ visitAt, chairName }: NonNullable<OwnOrderPaper['order']>, zone: string) =>
  `${visitAt ? sayTime(visitAt, zone, 'full day and time') : 'not booked'}${chairName ? `, chair ${chairName}` : ''}`

function Dose({ order, drug }: { order: Order; drug: string }) {
  const { zone } = usePageData().frame.clinic
  return (
    <PaperPart title="What is given">
      <dl>
        <PaperLine label="Drug, route">{drug}, IV infusion</PaperLine>
        <PaperLine label="Dose">
          <b>{quantity(order.doseMg, 'mg')}</b> over {quantity(order.minutes, 'min')}, {quantity(order.rateMgPerHour, 'mg/h')}
        </PaperLine>
        <PaperLine label="Worked out from">
          {quantity(order.weightKg, 'kg')}, weighed {sayTime(order.weightAt, zone, 'full day')}
        </PaperLine>
        <PaperLine label="Protocol">
          {protocolOf(order.protocolId)?.title ?? order.protocolId}, for {order.indication}
        </PaperLine>
        <PaperLine label="Visit">
          {order.visitAt ? sayTime(order.visitAt, zone, 'full day and time') : 'not booked'}
          {order.chairName && `, chair ${order.chairName}`}
        </PaperLine>
      </dl>
    </PaperPart>
  )
}

const Bag = ({ order }: { order: Order }) => (
  <PaperPart title="Bag and pump">
    <dl>
      <PaperLine label="Draw up">
        {quantity(order.syringeMl, 'mL')} of {quantity(order.vialMgPerMl, 'mg/mL')}, {quantity(order.infusateMg, 'mg')} in all
      </PaperLine>
      <PaperLine label="Bag">{quantity(order.finalMl, 'mL')} when filled</PaperLine>
      <PaperLine label="Pump">{quantity(order.rateMlPerHour, 'mL/h')}</PaperLine>
      <PaperLine label="Volume to be infused">{quantity(order.vtbiMl, 'mL')}</PaperLine>
    </dl>
  </PaperPart>
)

const AsNeededLines = ({ order: { asNeeded } }: { order: Order }) => (
  <PaperPart title="As needed">
    {asNeeded.length === 0 ? (
      <p>No line is signed with this order.</p>
    ) : (
      <ul>
        {asNeeded.map(({ id, drugId, route, doseMg, mostTimes, leastMinutes, reason }) => (
          <li key={id}>
            {drugOf(drugId)?.title ?? drugId} {quantity(doseMg, 'mg')} {route}, at most {mostTimes} times,{' '}
            {quantity(leastMinutes, 'min')} apart, for {reason}
          </li>
        ))}
      </ul>
    )}
  </PaperPart>
)

function Signed({ plan, order }: { plan: Plan; order: Order }) {
  const { zone } = usePageData().frame.clinic
  return (
    <PaperPart title="Signed">
      <dl>
        <PaperLine label="By">
          {plan.signedBy === order.signedBy ? plan.signedByName : 'another prescriber, signed again'},{' '}
          {sayTime(order.signedAt, zone, 'full day and time')}
        </PaperLine>
        <PaperLine label="Holds">
          {sayTime(order.validFrom, zone, 'full day and time')} to {sayTime(order.validUntil, zone, 'full day and time')}
        </PaperLine>
        <PaperLine label="Order">{order.id}</PaperLine>
        <PaperLine label="Curve">
          {plan.modelId}, version {plan.modelVersion.slice(0, 7)}, print {plan.curveHash.slice(0, 8)}
        </PaperLine>
      </dl>
    </PaperPart>
  )
}
