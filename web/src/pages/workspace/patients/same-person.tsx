import { useState } from 'react'
import { useFindPatient } from '../../../data/find-patient.ts'
import { detailOf } from '../../../ui/find-patient.tsx'
import { Button, Card, Line, Lines, Link, Stack, sayPhone, TextField } from '../../../ui/index.tsx'

/** The way to another record that may be the same person. */
export function SamePerson({ personId }: { personId: string }) {
  const [isLooking, setLooking] = useState(false)
  const [text, setText] = useState('')
  const { found } = useFindPatient(text)
  const others = found.filter((each) => each.personId !== personId)
  return (
    <Card title="The same person twice?">
      <Stack>
        {!isLooking && (
          <div>
            <Button kind="second" onClick={() => setLooking(true)}>
              Find the other record
            </Button>
          </div>
        )}
        {isLooking && (
          <TextField
            name="merge-find"
            type="search"
            label="Other record: name, phone, or birth date"
            value={text}
            onChange={setText}
            autoFocus
          />
        )}
        {others.length > 0 && (
          <Lines>
            {others.map((each) => (
              <Line
                key={each.personId}
                note={detailOf(each, sayPhone)}
                aside={<Link href={`/patients/${personId}/merge/${each.personId}`}>Compare</Link>}
              >
                {each.name}
              </Line>
            ))}
          </Lines>
        )}
        {isLooking && text.trim().length >= 2 && others.length === 0 && <p>No match.</p>}
      </Stack>
    </Card>
  )
}
