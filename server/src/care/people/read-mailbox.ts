import { Problem } from '@dripline/clinical'
import { type Ctx, groundOf, inClinic } from '../../platform/context.ts'
import { letters } from './store.ts'

/** The letters of a clinic that only tries things out; where mail is really carried there is no such page. */
export const readMailbox = (ctx: Ctx) => {
  const { database, postman } = groundOf(ctx)
  if (database.kind !== 'embedded' || postman.carries) throw new Problem('not-found')
  return inClinic(ctx, 'read-mailbox', letters)
}

/** Whether letters leave this house, or wait in the mailbox page, or go nowhere at all. */
export const mailOf = (ctx: Ctx): 'carried' | 'mailbox' | 'nowhere' => {
  const { database, postman } = groundOf(ctx)
  if (postman.carries) return 'carried'
  return database.kind === 'embedded' ? 'mailbox' : 'nowhere'
}
