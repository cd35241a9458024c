/** The one page of ours that may stand in a frame, and only on sites that the clinic has named. */
const FRAMED = '/embed/book'

/** Whether an address, without its language, is of the page that may stand in a frame: there we set no cookie and know nobody. */
export const isFramed = (plain: string): boolean => plain === FRAMED

/** Whether what is asked for stands on a site that is not ours: that page, and the script that puts it there. */
export const isElsewhere = (plain: string): boolean => isFramed(plain) || plain === '/embed.js'
