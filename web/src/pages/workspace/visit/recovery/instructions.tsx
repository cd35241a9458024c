import { usePageData } from '../../../../data/page-data.ts'

/** What everybody is told before they go home: read back at the chair, and printed for them. */
export function Instructions() {
  const { clinic } = usePageData().frame
  return (
    <ul>
      <li>No driving, no machines and no big decisions until tomorrow, after a night’s sleep.</li>
      <li>No alcohol and no other sedatives today unless the prescriber said so.</li>
      <li>
        Call the clinic about vomiting that does not stop, a bad headache, or being confused tomorrow
        {clinic.phone && clinic.afterHoursPhone
          ? `: ${clinic.phone} in clinic hours, ${clinic.afterHoursPhone} at night, on weekends and on holidays.`
          : '. The number is not set yet; an owner adds it under Clinic. Write it on the after-care sheet.'}
      </li>
      {clinic.crisisLines.map(({ label, action, number }) => (
        <li key={label}>
          {label} {action} {number}.
        </li>
      ))}
    </ul>
  )
}
