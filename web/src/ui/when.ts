import { type DateOrder, sayDay as dayIn, type TimeForm, sayTime as timeIn } from '@dripline/clinical'

export { type DateOrder, saySpan, type TimeForm } from '@dripline/clinical'

// Staff pages are written in the browser alone, where there is one clinic; the server's own pages write the public forms.
let dateOrder: DateOrder = 'month first'

/** From now on days are written in the clinic's own order; called once, in the browser, before anything is drawn. */
export const writeDates = (order: DateOrder): void => {
  dateOrder = order
}

/** An instant in words, in a time zone, in the clinic's own order. */
export const sayTime = (at: Date | string, zone: string, form: TimeForm = 'time') => timeIn(at, zone, form, dateOrder)

/** A calendar day (YYYY-MM-DD) in the clinic's own order: "Mar 14, 1974"; it has no time zone. */
export const sayDay = (date: string): string => dayIn(date, dateOrder)
