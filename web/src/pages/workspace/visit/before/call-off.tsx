import { ofVisit } from '../../../../data/session.ts'
import type { AnyOpen } from '../folded.ts'
import { AskedStep } from '../frame/asked-step.tsx'

const reasons = ['Not well today', 'Did not fast', 'No escort', 'Patient declines', 'Clinic cannot do it today'] as const

/** Calls the visit off before it has begun; what was drawn up must be wasted first. */
export const CallOff = ({ visit, session }: AnyOpen) => (
  <AskedStep
    visit={visit}
    route={ofVisit.cancellation}
    body={(reason) => ({ reason })}
    act="Cancel this visit"
    disabledReason={session.isBookClosed ? undefined : 'Waste what was drawn up first.'}
    title={`Cancel today’s visit for ${visit.person.name}?`}
    status="caution"
    reasons={reasons}
    confirm="Cancel visit"
  >
    <p>
      {visit.screen === 'pump'
        ? 'The order stays with the plan; a prescriber can re-sign it for another day.'
        : 'A prescriber signs another order for another day.'}
    </p>
  </AskedStep>
)
