/** The icons of the Lucide set that pages use; the others are not kept in memory. */
export const icons = [
  'accessibility', 'arrow-left', 'arrow-right', 'briefcase', 'building-2', 'calendar', 'check', 'chevron-left', 'chevron-right', 'circle-alert',
  'circle-check', 'circle-pause', 'circle-play', 'clock', 'copy', 'door-closed', 'door-open', 'eye', 'hourglass', 'info', 'key-round', 'languages',
  'layout-dashboard', 'link', 'list-ordered', 'log-in', 'log-out', 'map-pin', 'megaphone', 'menu', 'messages-square', 'monitor', 'moon', 'pencil', 'play', 'plus',
  'refresh-cw', 'rotate-ccw', 'search', 'sun', 'sun-moon', 'triangle-alert', 'undo-2', 'user', 'user-check', 'users', 'video', 'wifi-off', 'x',
]
