import type { Draft } from '../data/draft.ts'
import { Button } from './button.tsx'
import { Notice } from './notice.tsx'
import { Row } from './page.tsx'
import { Time } from './time.tsx'

type DraftNoteProps<T> = {
  draft: Draft<T> /** The other tab's text in words, to be read before choosing. */
  say: (value: T) => string
}

/** Says that a text came back after a reload, and asks which of two tabs' texts is meant. */
export function DraftNote<T>({ draft, say }: DraftNoteProps<T>) {
  if (draft.other !== null)
    return (
      <Notice status="caution" title="Another tab has a different text for this.">
        <p>It says: “{say(draft.other)}”</p>
        <Row>
          <Button kind="second" onClick={draft.keepOwn}>
            Keep this text
          </Button>
          <Button kind="second" onClick={draft.takeOther}>
            Use the other
          </Button>
        </Row>
      </Notice>
    )
  if (draft.restoredAt === null) return null
  return (
    <Notice
      status="inform"
      title={
        <>
          Not saved yet. What you typed at <Time at={new Date(draft.restoredAt)} /> is back.
        </>
      }
    >
      <Row>
        <Button kind="second" onClick={draft.clear}>
          Discard it
        </Button>
      </Row>
    </Notice>
  )
}
