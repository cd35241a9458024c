/** A stored number as people here read it, "(540) 555-0118"; one from abroad stays as it is kept. */
export const sayPhone = (phone: string): string => phone.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '($1) $2-$3')
