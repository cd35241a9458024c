import { cancellation, lateness } from '@dripline/clinical/words/frame'
import { usePolicies } from '../data/policies.ts'
import { useReader } from '../data/reader.ts'
import styles from './policies.module.css'

const titles = { cancellation, lateness }

/** What the clinic asks of those who cancel or come late, in its own words; nothing where it has said nothing. */
export function Policies() {
  const to = useReader()
  const policies = usePolicies()
  if (policies.length === 0) return null
  return (
    <dl className={styles.policies}>
      {policies.map(({ kind, text, lang }) => (
        <div key={kind}>
          <dt>{titles[kind](to)}</dt>
          <dd lang={lang}>{text}</dd>
        </div>
      ))}
    </dl>
  )
}
