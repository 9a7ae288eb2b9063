/** Names that would pass for the application, for those who run it, or for nobody. Signs between letters do not count. */
const LIST = `
admin administrateur administrator root system systeme superuser sysadmin webmaster postmaster hostmaster abuse noreply
support aide help contact info service moderateur moderator moderation staff equipe team securite security tremplin
organisateur organiser operateur operator accueil salon postes video annonces messages compte account dev health live
null undefined anonyme anonymous personne nobody inconnu unknown utilisateur user test invite guest official officiel
`

export const reservedUsernames = new Set(LIST.trim().split(/\s+/))
