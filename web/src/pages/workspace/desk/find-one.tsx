import { useState } from 'react'
import { useFindPatient } from '../../../data/find-patient.ts'
import { Button, Card, Line, Lines, Loading, Part, Stack, TextField } from '../../../ui/index.tsx'
import { BookOne } from './book-one.tsx'

/** Books a free time for somebody who is in the records: who first, then what and when. */
export function BookFree({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('')
  const [who, setWho] = useState<{ personId: string; name: string } | null>(null)
  const { found } = useFindPatient(who ? '' : text)
  return (
    <Card
      title="Book a free time"
      aside={
        <Button kind="second" onClick={onClose}>
          Close
        </Button>
      }
    >
      {who ? (
        <Part resetKey={who.personId} loading={<Loading shape="form" what="free times" />}>
          <BookOne {...who} />
        </Part>
      ) : (
        <Stack>
          <TextField
            name="who"
            label="Who is it for?"
            type="search"
            value={text}
            onChange={setText}
            placeholder="Name, phone or birth date"
          />
          <Lines>
            {found.map(({ personId, name, dateOfBirth, phone }) => (
              <Line
                key={personId}
                note={[dateOfBirth && `born ${dateOfBirth}`, phone].filter(Boolean).join(', ')}
                aside={
                  <Button kind="second" onClick={() => setWho({ personId, name })}>
                    Choose
                  </Button>
                }
              >
                {name}
              </Line>
            ))}
          </Lines>
        </Stack>
      )}
    </Card>
  )
}
