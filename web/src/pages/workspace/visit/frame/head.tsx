import { ageAt } from '@dripline/clinical'
import { usePageData } from '../../../../data/page-data.ts'
import { FindPatient, Icon, KeyList, Link, Saved, StatusMark, useDim } from '../../../../ui/index.tsx'
import { quantity } from '../../../../ui/quantity.tsx'
import { sayDay, sayTime } from '../../../../ui/when.ts'
import type { Open } from '../folded.ts'
import styles from './head.module.css'

/** Whose chair this is, when it was last saved, and the switch for a dim room. */
export function Head({ visit, session }: Open) {
  const { clinic } = usePageData().frame
  const { isDim, setDim } = useDim()
  const { person, order, zone, now, chair } = visit
  const { checkIn } = session
  const saved = visit.events.reduce<string | null>((last, { enteredAt }) => (last && last > enteredAt ? last : enteredAt), null)
  const facts = [
    [person.dateOfBirth && ageAt(person.dateOfBirth, now, zone), person.sex].filter(Boolean).join(', '),
    checkIn && `${quantity(checkIn.weightKg, 'kg')}, scale ${sayTime(checkIn.at, zone)}`,
    `${order.indication}, session ${order.number} of ${order.of}`,
  ].filter(Boolean)
  return (
    <header className={styles.head}>
      <Link href="/room" className={styles.chair} aria-label={`Chair ${chair}. Back to the room`}>
        {chair}
      </Link>
      <div className={styles.who}>
        <h1>{person.name}</h1> <b>{person.dateOfBirth ? `born ${sayDay(person.dateOfBirth)}` : 'birth date not on record'}</b>
        <p>
          <Allergies words={person.allergies} /> {facts.join(' · ')}
        </p>
      </div>
      <div className={styles.headEnd}>
        <span className={styles.savedAt}>
          {clinic.simulated && <span>simulated clinic</span>}
          <Saved at={saved} />
        </span>
        <span className={styles.finder}>
          <FindPatient />
        </span>
        <KeyList />
        <button type="button" className={styles.dim} aria-pressed={isDim} onClick={() => setDim(!isDim)}>
          <Icon name="moon" />
          {isDim ? 'Light' : 'Dim room'}
        </button>
      </div>
    </header>
  )
}

/** Never out of sight at the chair: what this person does not tolerate, or that nobody asked. */
function Allergies({ words }: { words: string | null }) {
  if (words !== null && /^none known$/i.test(words)) return <b>No known allergies</b>
  const status = words === null ? 'defer' : 'exclude'
  return (
    <span className={styles.allergy} style={{ background: `var(--dl-st-${status}-ground)` }}>
      <StatusMark status={status} size={16} word={words === null ? 'Allergies not asked' : `Allergies: ${words}`} />
    </span>
  )
}
