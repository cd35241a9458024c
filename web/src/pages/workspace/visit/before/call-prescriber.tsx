import { ofVisit } from '../../../../data/session.ts'
import type { Open } from '../folded.ts'
import { AskedStep } from '../frame/asked-step.tsx'

/** Calls a prescriber to a check that does not agree; from then on the right values are in sight, and the record says so. */
export const CallPrescriber = ({ visit }: Open) => (
  <AskedStep
    visit={visit}
    route={ofVisit.readings.open}
    body={() => ({})}
    act="Call the prescriber"
    title="Call the prescriber to this check?"
    status="defer"
    confirm="Alert the prescriber and show the values"
    cancel="Read again first"
  >
    <p>This alerts the prescriber now and shows both readings with the order’s mL and mL/h. The record shows that you did.</p>
  </AskedStep>
)
