import type { Sending } from '../../../../data/send.ts'
import { Button, FormProblems, Notice, Row } from '../../../../ui/index.tsx'

type AgreedProps<Body> = {
  record: Pick<Sending<Body, unknown>, 'send' | 'isSending' | 'problem'>
  sent: Body
  title: string
  advice: string
  act: string
  kind?: 'main' | 'second'
  keyHint?: string
  labels?: Readonly<Record<string, string>>
  disabledReason?: string | undefined
}

/** Both readings agree and it is not recorded: what stood in the way is said, and it is tried again. */
export const Agreed = <Body,>({ record, sent, title, advice, act, kind = 'second', ...rest }: AgreedProps<Body>) => (
  <Notice status="caution" title={title}>
    <FormProblems problem={record.problem} advice={advice} {...(rest.labels && { labels: rest.labels })} />
    <Row>
      <Button
        kind={kind}
        size="chair"
        {...(rest.keyHint && { keyHint: rest.keyHint })}
        isPending={record.isSending}
        disabledReason={rest.disabledReason}
        onClick={() => record.send(sent)}
      >
        {act}
      </Button>
    </Row>
  </Notice>
)
