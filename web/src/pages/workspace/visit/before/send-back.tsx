import { ofVisit } from '../../../../data/session.ts'
import type { AnyOpen } from '../folded.ts'
import { AskedStep } from '../frame/asked-step.tsx'

const reasons = [
  'The dose looks wrong',
  'The vial is different',
  'The pump is different',
  'The label is different',
  'Something has changed',
] as const

/** Gives the order back to a prescriber: one tap away, and no shame. */
export const SendBack = ({ visit }: AnyOpen) => (
  <AskedStep
    visit={visit}
    route={ofVisit.return}
    body={(reason) => ({ reason })}
    act="Something is different: send it back"
    does="send-back"
    title="Send the order back?"
    status="inform"
    reasons={reasons}
    confirm="Send it back"
  >
    <p>
      A prescriber reviews the order.
      {visit.screen === 'pump' && ' Anything already drawn up has to be wasted with a witness.'}
    </p>
  </AskedStep>
)
