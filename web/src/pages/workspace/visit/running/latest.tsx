import { latestReadings, withSign } from '@dripline/clinical'
import { quantity, sayTime } from '../../../../ui/index.tsx'
import type { Open } from '../folded.ts'
import styles from './latest.module.css'

/** On a phone the chart scrolls sideways: the newest values stand above it, each with its time. */
export function Latest({ visit, session }: Open) {
  const { systolic, diastolic, pulse, spo2, sedation, dissociation, pain } = latestReadings(session, visit.now)
  const at = (reading: { at: string }) => sayTime(reading.at, visit.zone)
  return (
    <ul className={styles.latest} aria-label="Newest values">
      {systolic && diastolic && (
        <li>
          <b>
            {systolic.value}/{diastolic.value}
          </b>{' '}
          mmHg, {at(systolic)}
        </li>
      )}
      {pulse && (
        <li>
          <b>{pulse.value}</b> pulse, {at(pulse)}
        </li>
      )}
      {spo2 && (
        <li>
          <b>{quantity(spo2.value, '%')}</b> SpO₂, {at(spo2)}
        </li>
      )}
      {dissociation && (
        <li>
          <b>{dissociation.value}</b> dissociation, {at(dissociation)}
        </li>
      )}
      {pain && (
        <li>
          <b>{pain.value}</b> pain, {at(pain)}
        </li>
      )}
      {sedation && (
        <li>
          <b>{withSign(sedation.value)}</b> RASS, {at(sedation)}
        </li>
      )}
    </ul>
  )
}
