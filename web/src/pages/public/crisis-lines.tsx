import { usePageData } from '../../data/page-data.ts'

/** Whom to call now, inside a page that has nothing else to offer. The numbers are the clinic's settings. */
export function CrisisLines() {
  const [danger, crisis] = usePageData().frame.clinic.crisisLines
  return (
    <p>
      {danger && (
        <>
          If you are in danger now, <a href={`tel:${danger.number}`}>call {danger.number}</a>.{' '}
        </>
      )}
      {crisis && (
        <>
          If you are in crisis, <a href={`tel:${crisis.number}`}>call or text {crisis.number}</a> at any hour.
        </>
      )}
    </p>
  )
}
