import { Notice } from '../../../ui/index.tsx'
import styles from './account.module.css'

/** Recovery codes at the only moment they can be read. */
export const CodesOnce = ({ codes }: { codes: readonly string[] | undefined }) =>
  codes && codes.length > 0 ? (
    <Notice status="caution" title="Write these ten recovery codes down now.">
      <p>They are shown only once. Each one signs you in once, with your password, when you do not have your passkey or app.</p>
      <ul className={styles.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
    </Notice>
  ) : null
