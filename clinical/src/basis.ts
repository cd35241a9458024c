/** Where a clinical number or text comes from: a named source, or our own proposal that a prescriber approves. */
export type Basis = 'source' | 'proposed'
