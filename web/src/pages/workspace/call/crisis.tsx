import { crisisWords } from '@dripline/clinical'
import type { CallDetail } from '../../../data/booking.ts'
import { Button, Card, Icon, Notice, Row } from '../../../ui/index.tsx'
import styles from './call.module.css'

/** Always in its place, whatever else the screen shows. */
export const CrisisCard = ({ isOpen, onOpen }: { isOpen: boolean; onOpen: () => void }) => (
  <div className={styles.always}>
    <Card edge="exclude">
      <Row spread>
        <span className={styles.crisis}>
          <Icon name="buoy" size={22} />
          <b>Caller in crisis?</b>
        </span>
        <Button kind="stop" onClick={onOpen}>
          {isOpen ? 'Hide the words' : 'Crisis words'}
        </Button>
      </Row>
    </Card>
  </div>
)

type CrisisWordsProps = { lines: CallDetail['crisisLines']; isCalledFor: boolean }

/** What to say now, and whom to call. */
export const CrisisWords = ({ lines, isCalledFor }: CrisisWordsProps) => (
  <Notice
    status="exclude"
    title={isCalledFor ? 'Stop the script. Stay on the line. Nothing is booked from here.' : 'When a caller may be in danger'}
  >
    <ul className={styles.words}>
      {crisisWords.lines.map((line) => (
        <li key={line}>“{line}”</li>
      ))}
    </ul>
    <p>
      {lines.map(({ label, action, number }) => (
        <span key={number} className={styles.number}>
          {label}{' '}
          <a href={`tel:${number}`}>
            {action} {number}
          </a>{' '}
        </span>
      ))}
    </p>
    {isCalledFor && <p>An alert is open under the caller’s name. A staff member must own it and close it with what was done.</p>}
  </Notice>
)
