import styles from './find-patient.module.css'
import { Icon } from './icons.tsx'

/** What the field of the search looks like, at rest and at work. */
export const findField = {
  className: styles.find ?? '',
  'aria-label': 'Find a patient',
  id: 'find-patient',
  placeholder: 'Find a patient',
  leftSection: <Icon name="search" size={18} />,
  rightSection: <kbd className={styles.hint}>/</kbd>,
}
