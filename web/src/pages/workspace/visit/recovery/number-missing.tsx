import { usePageData } from '../../../../data/page-data.ts'
import { Notice } from '../../../../ui/index.tsx'

/** Tells the staff that the sheet which a patient takes home has no number to call yet. */
export function NumberMissing() {
  const { phone, afterHoursPhone } = usePageData().frame.clinic
  if (phone && afterHoursPhone) return null
  return (
    <Notice status="defer" title="The clinic’s numbers are not set yet">
      <p>An owner adds them under Clinic. Write them on the after-care sheet.</p>
    </Notice>
  )
}
