/** `Content-Disposition`: a plain name for what is old, and the name itself for the others (RFC 6266, RFC 8187). */
export function dispositionOf(name: string, kind: 'attachment' | 'inline' = 'attachment') {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w. -]+/g, '-')
  const exact = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  return `${kind}; filename="${plain}"; filename*=UTF-8''${exact}`
}
