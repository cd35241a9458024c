import { PSEUDO, type Reader, type Tongue } from '@dripline/clinical/words'
import { type Ctx, groundOf } from './context.ts'

/** In whose language somebody outside is written to: the house's, until a person's record says their own. */
export const readerFor = (ctx: Ctx): Reader => groundOf(ctx).reader

/** The name of a reader's language, as a document says it. */
export const tongueOf = ({ locale, rewrite }: Reader): Tongue => (rewrite ? PSEUDO : locale)
