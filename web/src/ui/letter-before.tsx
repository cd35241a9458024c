import styles from './letter-before.module.css'

/** A letter as its reader will have it, before it goes. */
export const LetterBefore = ({ letter: { to, subject, body } }: { letter: { to: string; subject: string; body: string } }) => (
  <div>
    <p className={styles.to}>They get this, at {to}</p>
    <div className={styles.letter}>
      <b>{subject}</b>
      <p>{body}</p>
    </div>
  </div>
)
