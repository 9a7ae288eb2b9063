/** In SQL: what a visitor `v` is called, null for a guest. */
export const VISITOR_NAME = `nullif(concat_ws(' ', v.given_name, v.family_name), '')`
