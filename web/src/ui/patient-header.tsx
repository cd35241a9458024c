import { type ReactNode, Suspense } from 'react'
import { type Header, useHeader } from '../data/chart.ts'
import { usePageData } from '../data/page-data.ts'
import { Link } from './link.tsx'
import styles from './patient-header.module.css'
import { usePlace } from './place.ts'
import { StatusShape } from './status-mark.tsx'
import { Time } from './time.tsx'
import { sayDay } from './when.ts'

const tabs = [
  ['Chart', ''],
  ['Screening', '/screening'],
  ['Plan', '/plan'],
  ['Sessions', '/sessions'],
  ['Relief', '/relief'],
  ['Contacts', '/contacts'],
] as const

type PatientHeaderProps = {
  patientId: string
  /** What this page adds: "72 kg, scale 18 Nov 09:12 · CRPS, left foot". */
  facts?: ReactNode
}

/** Who this page is about: name, birth date and allergies stand over every page of a person and never scroll away. */
export const PatientHeader = (props: PatientHeaderProps) => (
  <Suspense fallback={<div className={styles.header} />}>
    <Loaded {...props} />
  </Suspense>
)

function Loaded({ patientId, facts }: PatientHeaderProps) {
  const header = useHeader(patientId)
  const { name, dateOfBirth, age, sex, isPatient } = header
  return (
    <div className={styles.header}>
      <div className={styles.line}>
        <h1>{name}</h1>
        <p>
          <b>{dateOfBirth ? `born ${sayDay(dateOfBirth)}` : 'birth date not asked'}</b>
          {[age, sex].filter((each) => each !== null).length > 0 && ` · ${[age, sex].filter((each) => each !== null).join(', ')}`}
          {` · ${isPatient ? 'patient' : 'caller'}`}
          {facts && <> · {facts}</>}
        </p>
        <Tabs header={header} />
      </div>
      <Allergies allergies={header.allergies} />
    </div>
  )
}

// Only pages that are there and open to this role: a tab never leads nowhere.
function Tabs({ header: { personId, name } }: { header: Header }) {
  const { path, pages } = usePlace()
  const { user } = usePageData().frame
  const home = `/patients/${personId}`
  const mayOpen = (end: string) =>
    pages.some((page) => page.path === `/patients/:patientId${end}` && user?.roles.some((role) => page.for.includes(role)))
  return (
    <nav aria-label={`Pages about ${name}`}>
      {tabs
        .filter(([, end]) => mayOpen(end))
        .map(([label, end]) => (
          <Link key={label} href={home + end} {...(isAt(path, home, end) ? { 'aria-current': 'page' as const } : {})}>
            {label}
          </Link>
        ))}
    </nav>
  )
}

const isAt = (path: string, home: string, end: string) => path === home + end || (end !== '' && path.startsWith(`${home}${end}/`))

function Allergies({ allergies }: Pick<Header, 'allergies'>) {
  const known = allergies.filter(({ kind }) => kind === 'allergy')
  const [newest] = allergies
  if (known.length > 0)
    return (
      <p className={styles.allergies} data-kind="known">
        <StatusShape status="exclude" size={18} />
        <b>Allergies</b>
        <span>
          {known.map(({ entryId, text, reaction }, i) => (
            <span key={entryId}>
              {i > 0 && ' · '}
              <b>{text}</b>
              {reaction && `, ${reaction}`}
            </span>
          ))}
        </span>
        {newest && (
          <small>
            {newest.by ?? 'from the earlier chart'}, <Time at={newest.enteredAt} form="full day" />
          </small>
        )}
      </p>
    )
  return (
    <p className={styles.allergies} data-kind={newest ? 'none' : 'unknown'}>
      <StatusShape status={newest ? 'clear' : 'defer'} size={18} />
      <b>{newest ? 'No known allergies' : 'Allergies not asked'}</b>
      {newest && (
        <small>
          {newest.by ?? 'from the earlier chart'}, <Time at={newest.enteredAt} form="full day" />
        </small>
      )}
    </p>
  )
}
