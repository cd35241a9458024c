import type { SafetyAlone } from '../data/safety.ts'
import { Button } from './button.tsx'
import { CrisisWords } from './crisis-words.tsx'
import { Notice } from './notice.tsx'
import styles from './states.module.css'

/** What stands under a safety question from its press on: the crisis words at once, and whether the answer is saved. */
export const SafetyStanding = ({ standing, isUnsafe, problem, again }: SafetyAlone) => (
  <div role="status" className={styles.safety}>
    {isUnsafe && <CrisisWords />}
    {standing === 'saving' && <p>Saving this answer…</p>}
    {standing === 'saved' && <p>{isUnsafe ? 'Saved, and an alert is open.' : 'Saved.'}</p>}
    {standing === 'not saved' && (
      <Notice
        status="exclude"
        title="This answer is not saved yet"
        aside={
          <Button kind="second" onClick={again}>
            Save it now
          </Button>
        }
      >
        <p>{problem?.message ?? 'The server did not answer.'} It stays on this screen. Do not wait: act on the answer.</p>
      </Notice>
    )}
  </div>
)
