import { Notice } from '../../../ui/index.tsx'
import styles from './account.module.css'

/** Recovery codes at the only moment they can be read. */
export const CodesOnce = ({ codes }: { codes: readonly string[] | undefined }) =>
  codes && codes.length > 0 ? (
    <Notice status="caution" title="Write these ten recovery codes down now.">
      <p>They are shown this once. Each signs you in once, beside your password, when your passkey or app is out of reach.</p>
      <ul className={styles.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
    </Notice>
  ) : null
