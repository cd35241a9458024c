import { useState } from 'react'
import { type CallDetail, useFollowCall, useReadFollow } from '../../../data/booking.ts'
import { Button, Card, Form, LetterBefore, TextField, Time } from '../../../ui/index.tsx'

/** The letter after a call: read as it will go out, in the caller's language, then sent once. */
export function LetterAfter({ call }: { call: CallDetail }) {
  const read = useReadFollow(call.appointmentId)
  const follow = useFollowCall(call.appointmentId)
  const [words, setWords] = useState('')
  const [readWords, setReadWords] = useState('')
  if (call.letterSentAt)
    return (
      <Card title="Letter after the call">
        <p role="status">
          Sent <Time at={call.letterSentAt} form="day and time" />.
        </p>
      </Card>
    )
  if (call.letter === null) return null
  const letter = read.reply?.letter ?? call.letter
  const isRead = words.trim() === readWords
  const show = () =>
    read.sendAndWait({ ...(words.trim() && { words: words.trim() }) }).then(
      () => setReadWords(words.trim()),
      () => undefined,
    )
  return (
    <Card title="Letter after the call" note="goes out once, when you send it">
      <Form
        scope="letter-after"
        sends={follow}
        body={() => (isRead ? { seen: letter.mark, ...(readWords && { words: readWords }) } : null)}
        problem={follow.problem ?? read.problem}
        act="Send this letter"
        disabledReason={isRead ? null : 'Show your words in the letter first'}
        advice="Nothing was sent."
        others={
          <Button kind="second" isPending={read.isSending} disabledReason={isRead ? 'Nothing has changed' : null} onClick={show}>
            Show my words in it
          </Button>
        }
      >
        <LetterBefore letter={letter} />
        <TextField name="words" label="Your words to them, if any" lines={2} maxLength={500} value={words} onChange={setWords} />
      </Form>
    </Card>
  )
}
