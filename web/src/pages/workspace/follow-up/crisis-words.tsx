import { patientWords } from '@dripline/clinical'
import { usePageData } from '../../../data/page-data.ts'
import { Notice } from '../../../ui/index.tsx'

/** What to say at once, and the numbers to give; saving raises the alert that somebody must own. */
export const CrisisWords = () => {
  const { crisisLines } = usePageData().frame.clinic
  return (
    <Notice status="exclude" title="Stay on the line and say this now">
      <p>{patientWords([{ pathway: 'urgent' }]).text}</p>
      <p>{crisisLines.map(({ label, action, number }) => `${label} ${action} ${number}.`).join(' ')}</p>
      <p>Saving raises an alert that a person must own and close.</p>
    </Notice>
  )
}
