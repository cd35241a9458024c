import { useMemo, useState } from 'react'
import { type BookLine, useCorrectLine } from '../../../data/substances.ts'
import { Button, FormProblems, faultOf, Row, SecondPerson, Stack, TextField } from '../../../ui/index.tsx'
import styles from '../clinic/clinic-fields.module.css'
import { under } from '../clinic/under.ts'

/** A new line in the place of a wrong one, before a second person; the old one stays, struck. */
export function Correct({ line, onDone }: { line: BookLine; onDone: () => void }) {
  const correct = useCorrectLine(line.id, onDone)
  const problem = useMemo(() => under(line.id, correct.problem), [line.id, correct.problem])
  const [ml, setMl] = useState(line.ml.replace('-', ''))
  const [mg, setMg] = useState(line.mg)
  const [note, setNote] = useState('')
  const [isReady, setReady] = useState(false)
  return (
    <Stack>
      <FormProblems problem={problem} labels={{ [`${line.id}.ml`]: 'mL', [`${line.id}.mg`]: 'mg', [`${line.id}.note`]: 'Why' }} />
      {isReady ? (
        <SecondPerson
          act="correct"
          facts={{ lineId: line.id, ml, mg }}
          what={`that the line should say ${ml} mL, ${mg} mg`}
          onProof={(proof) => void correct.sendAndWait({ ml, mg, note, proof }).catch(() => setReady(false))}
          onSendBack={() => setReady(false)}
        />
      ) : (
        <>
          <div className={styles.pair}>
            <TextField
              name={`${line.id}.ml`}
              label="Correct amount, mL"
              decimal
              value={ml}
              onChange={setMl}
              fault={faultOf(problem, `${line.id}.ml`)}
            />
            <TextField
              name={`${line.id}.mg`}
              label="mg"
              decimal
              value={mg}
              onChange={setMg}
              fault={faultOf(problem, `${line.id}.mg`)}
            />
          </div>
          <TextField
            name={`${line.id}.note`}
            label="Why the line is wrong"
            value={note}
            onChange={setNote}
            fault={faultOf(problem, `${line.id}.note`)}
          />
          <Row>
            <Button
              kind="second"
              disabledReason={note.trim() === '' ? 'Say why first.' : undefined}
              onClick={() => setReady(true)}
            >
              Call a second person
            </Button>
            <Button kind="second" onClick={onDone}>
              Cancel
            </Button>
          </Row>
        </>
      )}
    </Stack>
  )
}
