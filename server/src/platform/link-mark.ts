import { Problem } from '@dripline/clinical'
import { type Ctx, groundOf, inOneStep, type Tx } from './context.ts'

/** A person reads before they press; a program does not. In ms; proposed. */
const LEAST_LOOK_MS = 2000

const linkOf = ({ actor }: Ctx) => {
  if (actor.kind !== 'link') throw new Problem('link-unusable')
  return actor
}

const shownBy = (ctx: Ctx, shownAt: string) => ['mark', ctx.clinicId, linkOf(ctx).id, shownAt]

/** The name of the style that belongs to one showing of a link's page; nothing is written down by showing it. */
export const markOf = (ctx: Ctx): string => {
  const shownAt = ctx.now().getTime().toString(36)
  return `${shownAt}.${groundOf(ctx).keys.token('link', ...shownBy(ctx, shownAt))}`
}

const shownAtOf = (ctx: Ctx, mark: string): number | null => {
  const [shownAt = '', proof] = mark.split('.')
  const isOurs = groundOf(ctx).keys.made(proof ?? '', 'link', ...shownBy(ctx, shownAt))
  return /^[a-z0-9]{1,12}$/.test(shownAt) && isOurs ? Number.parseInt(shownAt, 36) : null
}

/** Writes down that a browser has fetched the style of this showing; a mark that is not ours is nothing. */
export const seeMark = async (ctx: Ctx, mark: string): Promise<void> => {
  const { id: linkId } = linkOf(ctx)
  if (shownAtOf(ctx, mark) === null) return
  await inOneStep(ctx, 'see-link-page', async (tx) => {
    await tx.db
      .insertInto('linkMark')
      .values({ clinicId: tx.clinicId, linkId, mark, fetchedAt: ctx.now() })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    return { linkId }
  })
}

export type Look = 'seen' | 'page not seen' | 'too quick'

/** How whoever sends this has looked at the page: in a browser and for long enough, or not. */
export const lookOf = async (ctx: Ctx, tx: Tx, mark: string | undefined): Promise<Look> => {
  const shownAt = mark === undefined ? null : shownAtOf(ctx, mark)
  if (shownAt === null || mark === undefined) return 'page not seen'
  const fetched = await tx.db
    .selectFrom('linkMark')
    .where('clinicId', '=', tx.clinicId)
    .where('linkId', '=', linkOf(ctx).id)
    .where('mark', '=', mark)
    .select('mark')
    .executeTakeFirst()
  if (!fetched) return 'page not seen'
  return ctx.now().getTime() - shownAt < LEAST_LOOK_MS ? 'too quick' : 'seen'
}
