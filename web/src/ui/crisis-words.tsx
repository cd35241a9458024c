import { patientWords } from '@dripline/clinical'
import { usePageData } from '../data/page-data.ts'
import { useReader } from '../data/reader.ts'
import { Notice } from './notice.tsx'

/** What to say at once, and the clinic's own numbers to give: shown at the press, whatever the server says. */
export const CrisisWords = ({ title = 'Stay with the person and say this now' }: { title?: string }) => {
  const to = useReader()
  const { crisisLines } = usePageData().frame.clinic
  return (
    <Notice status="exclude" title={title}>
      <p>{patientWords(to, [{ pathway: 'urgent' }]).text}</p>
      <p>
        {crisisLines.map(({ label, action, number }, i) => (
          <span key={number}>
            {i > 0 && ' '}
            {label}{' '}
            <a href={`tel:${number}`}>
              {action} {number}
            </a>
            .
          </span>
        ))}
      </p>
      <p>This answer raises an alert that a staff member must own and close.</p>
    </Notice>
  )
}
