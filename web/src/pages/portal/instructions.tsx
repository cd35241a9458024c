import * as words from '@dripline/clinical/words/paper'
import { useCrisisLines } from '../../data/crisis-lines.ts'
import { usePageData } from '../../data/page-data.ts'
import { useReader } from '../../data/reader.ts'

/** What everybody is told before they go home: read back at the chair, and printed for them. Who was not sedated may drive. */
export function Instructions({ isSedating = true }: { isSedating?: boolean }) {
  const to = useReader()
  const { clinic } = usePageData().frame
  const { phone, afterHoursPhone: afterHours } = clinic
  return (
    <ul>
      {isSedating && <li>{words.noDriving(to)}</li>}
      {isSedating && <li>{words.noAlcohol(to)}</li>}
      <li>{phone && afterHours ? words.callAbout(to, { phone, afterHours }) : words.callAboutNoNumber(to)}</li>
      {useCrisisLines().lines.map(({ label, action, number, lang }) => (
        <li key={label} lang={lang}>
          {label} {action} {number}.
        </li>
      ))}
    </ul>
  )
}
