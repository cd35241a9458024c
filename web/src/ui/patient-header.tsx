import { useRouterState } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Link } from './link.tsx'
import styles from './patient-header.module.css'

const tabs = [
  ['Chart', ''],
  ['Screening', '/screening'],
  ['Plan', '/plan'],
  ['Sessions', '/sessions'],
  ['Relief', '/relief'],
] as const

export type PatientTab = (typeof tabs)[number][0]

type PatientHeaderProps = {
  patientId: string
  name: string
  /** "44, female · 72 kg, scale 18 Nov 09:12 · CRPS, left foot". */
  facts: ReactNode
  /** Which tabs to show; all but screening by default. */
  show?: readonly PatientTab[]
}

/** Who this page is about, and the other pages about them. */
export function PatientHeader({ patientId, name, facts, show = ['Chart', 'Plan', 'Sessions', 'Relief'] }: PatientHeaderProps) {
  const path = useRouterState({ select: (state) => state.location.pathname })
  const home = `/patients/${patientId}`
  return (
    <div className={styles.header}>
      <h1>{name}</h1>
      <p>{facts}</p>
      <nav aria-label={`Pages about ${name}`}>
        {tabs
          .filter(([label]) => show.includes(label))
          .map(([label, end]) => (
            <Link
              key={label}
              href={home + end}
              {...(path === home + end || (end !== '' && path.startsWith(`${home}${end}/`))
                ? { 'aria-current': 'page' as const }
                : {})}
            >
              {label}
            </Link>
          ))}
      </nav>
    </div>
  )
}
