import { useState } from 'react'
import { type OwnAccount, useAddPasskey, useRemovePasskey } from '../../../data/auth.ts'
import { Button, Card, Empty, Fields, Line, Lines, Row, TextField, Time } from '../../../ui/index.tsx'
import { CodesOnce } from './codes-once.tsx'

type PasskeysProps = { passkeys: OwnAccount['passkeys']; isWanted: boolean }

/** The passkeys one has, and the way to add this device's. */
export function Passkeys({ passkeys, isWanted }: PasskeysProps) {
  const [label, setLabel] = useState('')
  const add = useAddPasskey()
  const remove = useRemovePasskey()
  return (
    <Card title="Passkeys" note="one for each device you use">
      <Fields problem={add.problem ?? remove.problem}>
        <CodesOnce codes={add.reply?.recoveryCodes} />
        {passkeys.length === 0 && <Empty>No passkey yet. The fingerprint, face or PIN on this device can be one.</Empty>}
        <Lines>
          {passkeys.map(({ id, label: name, createdAt, lastUsedAt }) => (
            <Line
              key={id}
              note={
                <>
                  added <Time at={createdAt} form="full day" />
                  {lastUsedAt && (
                    <>
                      , last used <Time at={lastUsedAt} form="day and time" />
                    </>
                  )}
                </>
              }
              aside={
                <Button kind="second" isPending={remove.isSending} onClick={() => remove.send({ id })}>
                  Remove {name}
                </Button>
              }
            >
              {name}
            </Line>
          ))}
        </Lines>
        <TextField
          name="label"
          label="Name of this device"
          hint="To tell it apart in the list: room tablet, my phone."
          value={label}
          onChange={setLabel}
          maxLength={60}
        />
        <Row>
          <Button
            kind={isWanted ? 'main' : 'second'}
            icon="lock"
            disabledReason={label.trim() ? undefined : 'Name the device first.'}
            isPending={add.isPending}
            onClick={() => add.begin(label)}
          >
            Add a passkey
          </Button>
        </Row>
      </Fields>
    </Card>
  )
}
