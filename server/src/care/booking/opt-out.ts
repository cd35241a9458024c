import { type Ctx, groundOf, inClinic, inOneStep, openContext } from '../../platform/context.ts'
import { openLink } from '../../platform/link.ts'
import { showsNobody } from '../../platform/shown.ts'
import { kindOfPurpose, setLetterChoice } from './letter-choice.ts'

const CODE = /^[\w-]{20,60}$/

/**
 * One press of a mail program (RFC 8058): no more letters of the kind that this code belongs to. Whether there is such a code shows nowhere:
 * known and unknown are answered alike, and a code of anything else ends nothing.
 */
export async function optOut(ctx: Ctx, code: string): Promise<void> {
  const found = CODE.test(code)
    ? await inClinic(ctx, 'open-opt-out', async (tx) => showsNobody((await openLink(tx, code, ctx.now())) ?? null))
    : null
  const kind = found ? kindOfPurpose(found.purpose) : undefined
  if (!found || kind === undefined) return
  const actor = { kind: 'link', id: found.id, purpose: found.purpose, recordId: found.recordId } as const
  const own = openContext(groundOf(ctx), { clinicId: ctx.clinicId, actor, origin: ctx.origin, clock: ctx.now, stamp: ctx.stamp })
  await inOneStep(own, 'opt-out', async (tx) => {
    await setLetterChoice(own, tx, found.recordId, kind, false)
    return { personId: found.recordId, kind }
  })
}

/** Whether the body of a request is the one that RFC 8058 asks for, and nothing else. */
export const isOneClick = (sent: Readonly<Record<string, unknown>>): boolean => sent['List-Unsubscribe'] === 'One-Click'
