/** The words of the sign-in page. */
export const signIn = {} as const;
