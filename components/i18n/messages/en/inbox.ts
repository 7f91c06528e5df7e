/** The words of the inbox: views, rows, filters, bulk, the palette. */
export const inbox = {} as const;
