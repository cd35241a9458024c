import { type AnyVisit, useAnswerOffer } from '../../../../data/session.ts'
import { Button, FormProblems, Notice, Row, sayTime } from '../../../../ui/index.tsx'
import type { AnyOpen } from '../folded.ts'
import { sayEvent } from './say-event.ts'

/** Entries that were taken back elsewhere and may belong to this patient; nobody else is named. */
export const Offers = ({ visit }: Pick<AnyOpen, 'visit'>) =>
  visit.offers.map((offer) => <OfferNotice key={offer.id} visit={visit} offer={offer} />)

function OfferNotice({ visit, offer }: { visit: AnyVisit; offer: AnyVisit['offers'][number] }) {
  const answer = useAnswerOffer(visit.id, offer.id)
  const at = sayTime(offer.at, visit.zone)
  const said = sayEvent({ ...offer.said, id: offer.id, at: offer.at, enteredAt: offer.at, by: offer.by })
  return (
    <Notice status="caution" title={`Is this ${visit.person.name}’s? ${at}: ${said}`}>
      <p>
        {visit.names[offer.by] ?? 'A colleague'} struck this from another chart. If it was seen or given here, it is charted at{' '}
        {at} and marked as a late entry.
      </p>
      <FormProblems problem={answer.problem} />
      <Row>
        <Button kind="second" size="chair" isPending={answer.isSending} onClick={() => answer.send({ isTheirs: true })}>
          Yes, chart it at {at}
        </Button>
        <Button kind="second" size="chair" isPending={answer.isSending} onClick={() => answer.send({ isTheirs: false })}>
          No, not this patient
        </Button>
      </Row>
    </Notice>
  )
}
