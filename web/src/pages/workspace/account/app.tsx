import { useConfirmApp, useOfferApp, useRemoveApp } from '../../../data/auth.ts'
import { Button, Card, Fields, Form, Row, TextField } from '../../../ui/index.tsx'
import styles from './account.module.css'
import { CodesOnce } from './codes-once.tsx'

const inFours = (key: string) => key.replaceAll(/(.{4})(?=.)/g, '$1 ')

/** An app that shows a new code every half minute, asked for after the password. */
export function App({ hasApp }: { hasApp: boolean }) {
  const offer = useOfferApp()
  const confirm = useConfirmApp()
  const remove = useRemoveApp()
  const { reply: app } = offer
  const isTyping = app !== undefined && !confirm.isDone
  return (
    <Card title="Authenticator app" note={hasApp ? 'in use' : 'not in use'}>
      <Fields problem={offer.problem ?? remove.problem}>
        <CodesOnce codes={confirm.reply?.recoveryCodes} />
        {isTyping ? (
          <>
            <p>In your app, choose to enter a setup key (time-based, six digits). The key is:</p>
            <p className={styles.key}>{inFours(app.key)}</p>
            <p className={styles.uri}>
              Or, on this device: <a href={app.uri}>{app.uri}</a>
            </p>
            <Form sends={confirm} body={({ text }) => ({ ticket: app.ticket, code: text('code') })} act="Confirm the app">
              <TextField name="code" label="Code it shows now" decimal autoComplete="one-time-code" />
            </Form>
          </>
        ) : (
          <Row>
            <Button kind="second" isPending={offer.isSending} onClick={() => offer.send({})}>
              {hasApp ? 'Use another app' : 'Set up an app'}
            </Button>
            {hasApp && (
              <Button kind="second" isPending={remove.isSending} onClick={() => remove.send({})}>
                Stop using the app
              </Button>
            )}
          </Row>
        )}
      </Fields>
    </Card>
  )
}
