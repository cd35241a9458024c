import { dateOf, isInForce, type License } from '@dripline/clinical'
import { usePageData } from '../../../data/page-data.ts'
import { usePolicies } from '../../../data/people.ts'
import { StatusMark, useNow } from '../../../ui/index.tsx'
import { sayTime } from '../../../ui/when.ts'
import styles from './clinic-fields.module.css'

const DAY_MS = 86_400_000

/** Somebody's licenses; one that ends soon, has ended, or was never fully entered says so in words. */
export function Licenses({ licenses }: { licenses: readonly License[] }) {
  const { zone } = usePageData().frame.clinic
  const now = useNow(60_000)
  if (licenses.length === 0) return 'none'
  return (
    <ul className={styles.licenses}>
      {licenses.map((license) => (
        <li key={`${license.state} ${license.kind}`}>
          {license.state} {license.kind} {license.number && <small>{license.number}</small>} <Ends {...{ license, now, zone }} />
        </li>
      ))}
    </ul>
  )
}

function Ends({ license, now, zone }: { license: License; now: Date; zone: string }) {
  const { validUntil } = license
  const { licenseWarnDays } = usePolicies().staffing
  if (validUntil === null) return <StatusMark status="caution" word="number and end missing" />
  const noon = new Date(`${validUntil}T12:00:00Z`)
  const day = `${sayTime(noon, 'UTC', 'day')}, ${validUntil.slice(0, 4)}`
  const today = dateOf(now.toISOString(), zone)
  if (!isInForce(license, today)) return <StatusMark status="defer" word={`ended ${day}`} />
  const isNear = (noon.getTime() - now.getTime()) / DAY_MS <= licenseWarnDays
  return isNear ? <StatusMark status="caution" word={`ends ${day}`} /> : <small>to {day}</small>
}
