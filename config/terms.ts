/** The version of the terms that people accept at sign-up; change it with the text. */
export const termsVersion = '2026-11'
